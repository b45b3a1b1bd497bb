#include "core/tables/ioctls/arguments.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "core/tables/ioctls/sized_requests.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

using ByName = std::unordered_map<std::string_view, const IoctlArgument*>;

void add(ByName& names, const IoctlArgument& row) {
    std::string_view rest = row.requests;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        names.emplace(rest.substr(0, end), &row);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

const ByName& by_name() {
    static const ByName names = [] {
        ByName made;
        for (const ioctls::Rows& family :
             {ioctls::terminal_rows, ioctls::console_rows, ioctls::disk_rows, ioctls::drive_rows, ioctls::video_rows, ioctls::line_rows,
              ioctls::volume_rows, ioctls::volume_query_rows, ioctls::file_rows, ioctls::input_rows, ioctls::network_rows,
              ioctls::clock_rows, ioctls::flash_rows, ioctls::machine_rows, ioctls::processor_rows, ioctls::event_rows}) {
            for (const IoctlArgument& row : family) {
                add(made, row);
            }
        }
        return made;
    }();
    return names;
}

struct Known {
    std::uint32_t code;
    const IoctlArgument* row;
};

/// In order of codes. Of names that share a code the first one with a row counts.
std::vector<Known> known_in(Abi abi) {
    std::vector<Known> known;
    for (const IoctlRow& row : ioctl_rows(abi)) {
        const auto found = by_name().find(row.symbol);
        if (found != by_name().end() && (known.empty() || known.back().code != row.code)) {
            known.push_back({row.code, found->second});
        }
    }
    return known;
}

}  // namespace

const IoctlArgument* ioctl_argument(std::uint32_t code, Abi abi) {
    static const std::array<std::vector<Known>, abi_count> known{known_in(Abi::x86_64), known_in(Abi::i386), known_in(Abi::x32)};
    const std::vector<Known>& rows = known[index_of(abi)];
    const auto row = std::ranges::lower_bound(rows, code, {}, &Known::code);
    if (row != rows.end() && row->code == code) {
        return row->row;
    }
    const SizedRequest* sized = sized_request(code);
    if (sized == nullptr) {
        return nullptr;
    }
    const auto found = by_name().find(argument_name_of(*sized, code));
    return found == by_name().end() ? nullptr : found->second;
}

}  // namespace troupe
