#include "tools/options/replace.hpp"

#include <algorithm>

namespace troupe::options::apply {
namespace {

constexpr std::size_t short_enough = 100;                                   // longer expressions get no caret line
constexpr std::string_view with_help = "incorrect personality designator";  // what strace says of other sets ends without `Try … -h`

}  // namespace

Verdict set_error(const Given& given, const ParseError& error) {
    Complaint complaint{error.what, {}, error.what.starts_with(with_help)};
    if (!error.why.empty()) {
        complaint.more.push_back("  " + error.why.substr(error.why.find_first_not_of(": ")));
    }
    const auto text = *given.value;
    const bool printable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f'; });
    if (printable && error.column > 0 && error.column <= text.size() && text.size() <= short_enough) {
        const bool qualified = given.spelled.starts_with("--") || given.spelled.starts_with("-e ");
        const std::string before = "  " + given.spelled + (qualified ? "=" : " ");
        complaint.more.push_back(before + std::string(text));
        complaint.more.push_back(std::string(before.size() + error.column, ' ') + "^");
    }
    return tl::unexpected(std::move(complaint));
}

}  // namespace troupe::options::apply
