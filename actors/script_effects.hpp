#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "actors/log.hpp"
#include "actors/output/output.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/core/hooks.hpp"

namespace troupe {

/// What scripts write: to the log, to standard error and into the trace. Baton of the executor only.
class ScriptEffects final : public Effects {
 public:
    ScriptEffects(Log log, OutputFormat format) : log_(std::move(log)), format_(format) {}

    /// The trace is there from now on. What was emitted before, by main chunks, comes first.
    void start_trace(Output& output);
    /// The trace is over: what still waits for its newline is printed without.
    void finish();

    void log(LogLevel level, std::string_view text) override { log_.write(level, std::string(text)); }
    void print(std::string_view text) override;
    void emit(const TaskFacts* task, std::string_view object) override;

 private:
    void deliver(TaskId task, Emitted emitted);
    static void write(std::string_view text);

    Log log_;
    OutputFormat format_;
    Output* output_ = nullptr;  // none: main chunks run
    std::vector<std::pair<TaskId, Emitted>> early_{};
    std::string line_{};  // begun, and not ended
};

}  // namespace troupe
