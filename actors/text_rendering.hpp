#pragma once

#include "actors/rendering.hpp"

namespace troupe {

/// strace's lines.
class TextRendering final : public Rendering {
 public:
    explicit TextRendering(const TextStyle& style) : style_(style) {}

    [[nodiscard]] bool shows_time() const override { return false; }
    [[nodiscard]] CallBegan call_began(Tracee& tracee) override;
    [[nodiscard]] CallEnded call_ended(Tracee& tracee) override;
    [[nodiscard]] std::string signal(Tracee& tracee, int signal, const siginfo_t& info) override;
    [[nodiscard]] std::string group_stop(Tracee& tracee, int signal) override;
    [[nodiscard]] std::string spawned(Tracee&, const Spawn&, const Lineage&) override { return {}; }
    [[nodiscard]] std::string executed(Tracee&, pid_t) override { return {}; }
    [[nodiscard]] std::string died(Tracee& tracee, const Dying& how) override;
    [[nodiscard]] std::string superseded(Tracee& caller, TaskId successor) override;
    [[nodiscard]] std::string detached(Tracee&) override { return {}; }
    [[nodiscard]] std::string message(Tracee&, std::string_view) override { return {}; }

 private:
    const TextStyle& style_;
};

}  // namespace troupe
