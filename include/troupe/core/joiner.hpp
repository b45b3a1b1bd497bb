#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "troupe/core/record.hpp"
#include "troupe/core/stream_format.hpp"

namespace troupe {

/// Which tracee is named at the start of a line.
enum class PidPrefix : std::uint8_t {
    none,
    bracketed_while_several,  ///< `[pid    12] `, while more than one tracee exists
    bracketed,                ///< the same, always
    plain,                    ///< `12    `, always
};

struct JoinerStyle {
    PidPrefix prefix = PidPrefix::none;
    std::size_t column = 40;  ///< -a: where `= …` begins, counted from 0 and with the prefix
};

/// Text: puts the records of one stream together to lines.
class Joiner final : public StreamFormat {
 public:
    explicit Joiner(JoinerStyle style) : style_(style) {}

    /// Texts of messages go to `out` as well: clear them where they belong elsewhere.
    void accept(Record&& record, std::string& out) override;
    void finish(std::string& out) override;
    /// Ends the thread's open line with ` <pid changed to N ...>`.
    [[nodiscard]] OpenCall hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) override;
    void take_over(TaskId successor, OpenCall call) override;

 private:
    void begin_line(TaskId task, std::string& out);
    void continue_line(std::string_view text, std::string& out);
    void end_line(std::string_view text, std::string& out);
    void set_result(std::string_view result, std::string& out);
    void break_open_line(std::string& out);
    void resume(TaskId task, std::string_view name, std::string& out);
    void whole_line(TaskId task, std::string_view text, std::string& out);
    void end_call(TaskId task, std::string& out);

    void add(TaskId task, CallBegan&& began, std::string& out);
    void add(TaskId task, CallEnded&& ended, std::string& out);
    void add(TaskId task, SignalSeen&& signal, std::string& out);
    void add(TaskId task, GroupStopped&& stopped, std::string& out);
    void add(TaskId task, Born&& born, std::string& out);
    void add(TaskId, Spawned&&, std::string&) {}
    void add(TaskId, Executed&&, std::string&) {}
    void add(TaskId task, Died&& died, std::string& out);
    void add(TaskId task, Superseded&& superseded, std::string& out);
    void add(TaskId task, Detached&& detached, std::string& out);
    void add(TaskId task, Message&& message, std::string& out);
    void add(TaskId task, Emitted&& emitted, std::string& out);
    void add(TaskId task, Said&& said, std::string& out);

    JoinerStyle style_;
    std::unordered_map<TaskId, OpenCall> calls_;  // one per tracee
    std::optional<TaskId> open_;                  // whose line is open
    std::size_t line_length_ = 0;                 // of the line that is being written
};

}  // namespace troupe
