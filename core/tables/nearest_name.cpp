#include "core/tables/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace troupe {

namespace {

constexpr std::size_t longest = 64;  // what is longer is no slip of the finger
using Row = std::array<std::size_t, longest + longest / 3 + 3>;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `one` is in lower case already. Three rows of the usual table are enough: a swap looks two rows back. From `limit` on, how far apart
/// they are is not counted: nothing that follows two rows without a lower number has one.
std::size_t distance(std::string_view one, std::string_view other, std::size_t limit) {
    Row rows[3]{};
    Row* before = &rows[0];
    Row* above = &rows[1];
    Row* row = &rows[2];
    std::size_t least_above = 0;
    for (std::size_t column = 0; column <= other.size(); ++column) (*above)[column] = column;
    for (std::size_t line = 1; line <= one.size(); ++line) {
        (*row)[0] = line;
        std::size_t least = line;
        for (std::size_t column = 1; column <= other.size(); ++column) {
            const bool same = one[line - 1] == lower(other[column - 1]);
            (*row)[column] = std::min({(*above)[column] + 1, (*row)[column - 1] + 1, (*above)[column - 1] + (same ? 0 : 1)});
            const bool swapped =
                line > 1 && column > 1 && one[line - 1] == lower(other[column - 2]) && one[line - 2] == lower(other[column - 1]);
            if (swapped) (*row)[column] = std::min((*row)[column], (*before)[column - 2] + 1);
            least = std::min(least, (*row)[column]);
        }
        if (least >= limit && least_above >= limit) return limit;
        least_above = least;
        std::swap(before, above);
        std::swap(above, row);
    }
    return (*above)[other.size()];
}

}  // namespace

NearestName::NearestName(std::string_view wanted) : wanted_(wanted), limit_(std::max<std::size_t>(wanted.size() / 3, 1) + 1) {
    std::ranges::transform(wanted_, wanted_.begin(), lower);
    if (wanted.empty() || wanted.size() > longest) limit_ = 0;
}

void NearestName::offer(std::string_view name, std::string_view compared) {
    if (compared.size() >= wanted_.size() + limit_ || wanted_.size() >= compared.size() + limit_) return;
    const std::size_t apart = distance(wanted_, compared, limit_);
    if (apart >= limit_) return;
    limit_ = apart;
    best_ = name;
}

}  // namespace troupe
