#pragma once

#include <optional>

#include "actors/chosen_annotations.hpp"
#include "actors/rendering.hpp"
#include "troupe/core/call_notes.hpp"

namespace troupe {

/// strace's lines.
class TextRendering final : public Rendering {
 public:
    TextRendering(const Printing& printing, const LineColumns& columns);

    [[nodiscard]] bool shows_time() const override { return columns_.shows_time(); }
    [[nodiscard]] bool shows_place() const override { return columns_.instruction_pointer; }
    [[nodiscard]] std::shared_ptr<const std::string> comm(Tracee& tracee) override;
    [[nodiscard]] CallBegan call_began(Tracee& tracee) override;
    [[nodiscard]] CallEnded call_ended(Tracee& tracee) override;
    [[nodiscard]] std::string signal(Tracee& tracee, int signal, const siginfo_t& info) override;
    void add_stack(const Stack& stack, SignalSeen& seen) override { append_stack(stack, seen.below); }
    [[nodiscard]] std::string group_stop(Tracee& tracee, int signal) override;
    [[nodiscard]] std::string spawned(Tracee&, const Spawn&, const Lineage&) override { return {}; }
    [[nodiscard]] std::string executed(Tracee&, pid_t) override { return {}; }
    [[nodiscard]] std::string died(Tracee& tracee, const Dying& how) override;
    [[nodiscard]] std::string superseded(Tracee& caller, TaskId successor) override;
    [[nodiscard]] std::string detached(Tracee&) override { return {}; }
    [[nodiscard]] std::string message(Tracee&, std::string_view) override { return {}; }
    [[nodiscard]] What remark(Tracee&, const std::string& text) override { return Emitted{text}; }

 private:
    const TextStyle& style_;
    const DumpedDescriptors& dumped_;
    const LineColumns& columns_;
    const bool shows_comm_;
    ChosenAnnotations annotations_;
    std::optional<CallNotes> notes_{};
};

}  // namespace troupe
