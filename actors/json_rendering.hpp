#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "actors/chosen_annotations.hpp"
#include "actors/rendering.hpp"
#include "troupe/core/call_notes.hpp"

namespace troupe {

/// Members of the objects of docs/records.md, in the order that it names.
class JsonRendering final : public Rendering {
 public:
    JsonRendering(const TextStyle& style, const AnnotationChoice& annotations, const NoteChoice& notes = {})
        : style_(style), annotations_(annotations) {
        if (notes.any()) {
            notes_.emplace(notes);
        }
    }

    [[nodiscard]] bool shows_time() const override { return true; }
    [[nodiscard]] CallBegan call_began(Tracee& tracee) override;
    [[nodiscard]] CallEnded call_ended(Tracee& tracee) override;
    [[nodiscard]] std::string signal(Tracee& tracee, int signal, const siginfo_t& info) override;
    void add_stack(const Stack& stack, SignalSeen& seen) override;
    [[nodiscard]] std::string group_stop(Tracee& tracee, int signal) override;
    [[nodiscard]] std::string spawned(Tracee& parent, const Spawn& spawn, const Lineage& child) override;
    [[nodiscard]] std::string executed(Tracee& tracee, pid_t former_tid) override;
    [[nodiscard]] std::string died(Tracee& tracee, const Dying& how) override;
    /// `caller` as it is known from now on.
    [[nodiscard]] std::string superseded(Tracee& caller, TaskId successor) override;
    [[nodiscard]] std::string detached(Tracee& tracee) override { return task(tracee, tracee.facts.id.tid); }
    [[nodiscard]] std::string message(Tracee& tracee, std::string_view text) override;
    [[nodiscard]] What remark(Tracee& tracee, const std::string& text) override { return Message{text, message(tracee, text)}; }

 private:
    /// `"pid":…,"tid":…,"comm":…,"lineage":…`
    [[nodiscard]] std::string task(Tracee& tracee, pid_t tid);

    const TextStyle& style_;
    ChosenAnnotations annotations_;
    std::optional<CallNotes> notes_{};
};

}  // namespace troupe
