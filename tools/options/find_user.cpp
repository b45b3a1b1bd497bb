#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include "tools/options/reading.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe::options {
namespace {

constexpr std::uint32_t largest_id = 0xfffffffe;  // -1 is no id: to the kernel it means "leave it"

std::optional<Identity> numbered(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto uid = decimal(text.substr(0, colon), largest_id);
    const auto gid = decimal(text.substr(colon + 1), largest_id);
    if (!uid || !gid) {
        return std::nullopt;
    }
    return Identity{*uid, *gid, {}};
}

Identity named(const passwd& entry) {
    Identity identity{entry.pw_uid, entry.pw_gid, {}};
    int count = 0;
    getgrouplist(entry.pw_name, entry.pw_gid, nullptr, &count);
    identity.groups.resize(static_cast<std::size_t>(count));
    getgrouplist(entry.pw_name, entry.pw_gid, identity.groups.data(), &count);
    return identity;
}

}  // namespace

tl::expected<Identity, Complaint> find_user(const std::string& text) {
    if (getuid() != 0) {
        return complain("You must be root to use the -u/--user option");
    }
    // A name may look like two numbers; the database decides first.
    if (const auto* entry = getpwnam(text.c_str()); entry != nullptr) {
        return named(*entry);
    }
    if (auto user = numbered(text)) {
        return *std::move(user);
    }
    return complain("Cannot find user '" + text + "'");
}

}  // namespace troupe::options
