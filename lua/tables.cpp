#include "lua/tables.hpp"

#include <algorithm>

#include "troupe/core/constants.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::lua {
namespace {

/// Scripts know the standard signals, 0, and the first real-time signal by name.
constexpr int named_signals = 33;

}  // namespace

const abi::troupe_tables& Tables::constants() {
    if (!built_) build();
    return constants_;
}

const char* Tables::kept(std::string_view text) { return texts_.emplace_back(text).c_str(); }

void Tables::build() {
    for (const Abi abi : all_abis) {
        const std::size_t index = index_of(abi);
        build_syscalls(abi);
        build_ioctls(abi);
        constants_.pers_name[index] = kept(facts_of(abi).name);
        constants_.pers_wordsize[index] = static_cast<unsigned>(facts_of(abi).word_size);
        constants_.pers_klongsize[index] = static_cast<unsigned>(facts_of(abi).klong_size);
    }
    build_errnos();
    build_signals();
    for (const ClassRow& row : troupe::syscall_classes()) {
        classes_.push_back({kept(row.name), row.bit});
        if (!row.old_name.empty()) classes_.push_back({kept(row.old_name), row.bit});
    }
    classes_.push_back({nullptr, 0});
    constants_.syscall_classes = classes_.data();
    built_ = true;
}

void Tables::build_syscalls(Abi abi) {
    auto& table = syscalls_[index_of(abi)];
    table.resize(syscall_limit(abi));
    for (std::uint32_t number = 0; number < table.size(); ++number) {
        const SyscallRow* row = row_of({abi, number});
        if (row == nullptr) continue;
        table[number] = {signature_of(*row, abi).count, static_cast<int>(row->classes), kept(row->name)};
    }
    constants_.sysent_vec[index_of(abi)] = table.data();
    constants_.nsysent_vec[index_of(abi)] = static_cast<unsigned>(table.size());
}

void Tables::build_ioctls(Abi abi) {
    auto& table = ioctls_[index_of(abi)];
    for (const IoctlRow& row : ioctl_rows(abi)) table.push_back({kept(row.symbol), row.code});
    constants_.ioctlent_vec[index_of(abi)] = table.data();
    constants_.nioctlent_vec[index_of(abi)] = static_cast<unsigned>(table.size());
}

void Tables::build_errnos() {
    for (const ErrnoRow& row : errno_rows()) {
        if (errnos_.size() <= row.number) errnos_.resize(row.number + 1);
        errnos_[row.number] = kept(row.name);
    }
    for (std::size_t index = 0; index < abi_count; ++index) {
        constants_.errnoent_vec[index] = errnos_.data();
        constants_.nerrnoent_vec[index] = static_cast<unsigned>(errnos_.size());
    }
}

void Tables::build_signals() {
    signals_.push_back("SIG_0");
    for (int signal = 1; signal < named_signals; ++signal) signals_.push_back(kept(signal_name(signal)));
    for (std::size_t index = 0; index < abi_count; ++index) {
        constants_.signalent_vec[index] = signals_.data();
        constants_.nsignalent_vec[index] = static_cast<unsigned>(signals_.size());
    }
}

}  // namespace troupe::lua
