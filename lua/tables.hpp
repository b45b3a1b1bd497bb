#pragma once

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "lua/hook_abi.hpp"

namespace troupe::lua {

/// The constant tables as C arrays, for `strace.C`. Built when a script first asks; then addresses stay.
class Tables {
 public:
    [[nodiscard]] const abi::troupe_tables& constants();
    /// The text as a C string that lives as long as this object.
    [[nodiscard]] const char* kept(std::string_view text);

 private:
    void build();
    void build_syscalls(Abi abi);
    void build_errnos();
    void build_signals();
    void build_ioctls(Abi abi);

    bool built_ = false;
    abi::troupe_tables constants_{};
    std::array<std::vector<abi::struct_sysent>, abi_count> syscalls_;
    std::array<std::vector<abi::struct_ioctlent>, abi_count> ioctls_;
    std::vector<const char*> errnos_;
    std::vector<const char*> signals_;
    std::vector<abi::syscall_class> classes_;
    std::deque<std::string> texts_;
};

}  // namespace troupe::lua
