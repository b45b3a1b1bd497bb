#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "troupe/core/event.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// What is said behind the results of calls that succeeded.
struct NoteChoice {
    bool new_namespaces = false;  ///< --namespace=new
    bool vcpu_exits = false;      ///< --kvm=vcpu
    bool vcpu_details = false;    ///< --kvm=vcpu+: and what is said beside each

    [[nodiscard]] bool any() const { return new_namespaces || vcpu_exits; }
};

/// A call that has succeeded, of the tracee `tid`.
struct SucceededCall {
    SyscallId call{};
    Arguments args{};
    std::int64_t result = 0;
    pid_t tid = 0;
    Memory& memory;
};

/// What these calls have led to, as the kernel says when it is asked. One thread at a time.
class CallNotes {
 public:
    explicit CallNotes(const NoteChoice& choice);
    ~CallNotes();

    /// Namespaces that the caller, or its new child, has entered by this call, as /proc/PID/ns names them: `net:[4026532000]`.
    [[nodiscard]] std::vector<std::string> namespaces_after(const SucceededCall& call);
    /// Why a virtual CPU has left its guest, `KVM_EXIT_IO`, and with details `KVM_EXIT_IO, {direction=KVM_EXIT_IO_OUT, …}` (KVM_RUN in
    /// Documentation/virt/kvm/api.rst); empty: it is no such call, or the memory where the kernel says so is mapped nowhere.
    [[nodiscard]] std::string vcpu_exit_after(const SucceededCall& call);

 private:
    struct Parts;
    const NoteChoice choice_;
    std::unique_ptr<Parts> parts_;
};

/// ` (KVM_EXIT_IO)`; empty: nothing is to be said.
[[nodiscard]] std::string note_text(CallNotes& notes, const SucceededCall& call);

}  // namespace troupe
