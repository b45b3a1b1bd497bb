#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "troupe/core/record.hpp"
#include "troupe/core/stream_format.hpp"

namespace troupe {

/// JSON Lines (docs/records.md): an object a line. A call becomes its line when its end has come, or when none can come any more.
class JsonLines final : public StreamFormat {
 public:
    static constexpr int version = 1;

    /// `endings`: of which calls there are lines.
    explicit JsonLines(WantedEndings endings = {}) : endings_(std::move(endings)) {}

    void accept(Record&& record, std::string& out) override;
    /// Calls that have not ended are written in the order in which they began.
    void finish(std::string& out) override;
    [[nodiscard]] OpenCall hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) override;
    void take_over(TaskId successor, OpenCall call) override;

 private:
    void begin_line(std::string_view type, std::string& out);
    void line(std::string_view type, Timestamp time, std::string_view members, std::string& out);
    void unfinished(const OpenCall& call, std::string& out);
    void end_call(TaskId task, CallStatus how, std::string& out);

    void add(const Head& head, CallBegan&& began, std::string& out);
    void add(const Head& head, CallEnded&& ended, std::string& out);
    void add(const Head& head, SignalSeen&& signal, std::string& out);
    void add(const Head& head, GroupStopped&& stopped, std::string& out);
    void add(const Head&, Born&&, std::string&) {}
    void add(const Head& head, Spawned&& spawned, std::string& out);
    void add(const Head& head, Executed&& executed, std::string& out);
    void add(const Head& head, Died&& died, std::string& out);
    void add(const Head& head, Superseded&& superseded, std::string& out);
    void add(const Head& head, Detached&& detached, std::string& out);
    void add(const Head& head, Message&& message, std::string& out);
    void add(const Head& head, Emitted&& emitted, std::string& out);
    void add(const Head& head, Said&& said, std::string& out);

    WantedEndings endings_;
    std::uint64_t lines_ = 0;
    std::unordered_map<TaskId, OpenCall> calls_;  // that are in progress
};

}  // namespace troupe
