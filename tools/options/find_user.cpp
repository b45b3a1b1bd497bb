#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <charconv>

#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

/// Decimal digits and nothing else. -1 is no id: to the kernel it means "leave it".
template <typename Id>
std::optional<Id> id_from(std::string_view text) {
    Id id = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, code] = std::from_chars(text.data(), end, id);
    if (text.empty() || code != std::errc{} || stopped != end || id == static_cast<Id>(-1)) {
        return std::nullopt;
    }
    return id;
}

std::optional<User> numbered(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto uid = id_from<uid_t>(text.substr(0, colon));
    const auto gid = id_from<gid_t>(text.substr(colon + 1));
    if (!uid || !gid) {
        return std::nullopt;
    }
    return User{*uid, *gid, std::nullopt};
}

}  // namespace

tl::expected<User, Complaint> find_user(const std::string& text) {
    if (getuid() != 0) {
        return complain("You must be root to use the -u/--user option");
    }
    // A name may look like two numbers; the database decides first.
    if (const auto* entry = getpwnam(text.c_str()); entry != nullptr) {
        return User{entry->pw_uid, entry->pw_gid, text};
    }
    if (auto user = numbered(text)) {
        return *std::move(user);
    }
    return complain("Cannot find user '" + text + "'");
}

}  // namespace troupe::options
