#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "troupe/core/piece.hpp"

namespace troupe {

/// Who is named at the start of a line.
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

/// Puts the pieces of one stream together to lines. Acts on the order in which it gets them.
class Joiner {
 public:
    /// What is remembered of a call whose exit half has not come.
    struct Call {
        std::string name{};
        bool in_progress = false;
        bool complete = false;
        bool never_returns = false;
    };

    explicit Joiner(JoinerStyle style) : style_(style) {}

    /// Appends what `piece` makes to `out`. Texts of messages go there as well: clear them where they belong elsewhere.
    void accept(const Piece& piece, std::string& out);
    /// The stream ends: so does a line that is still open.
    void finish(std::string& out);

    /// Where every tracee has a stream of its own, an execve by a thread that is not the leader goes on in the leader's:
    /// ends the thread's open line with ` <pid changed to N ...>`, and gives its call to `take_over` of the other joiner.
    [[nodiscard]] Call hand_over(TaskId former, pid_t tid_from_now_on, std::string& out);
    void take_over(TaskId successor, Call call);

    [[nodiscard]] std::size_t tracees() const { return calls_.size(); }

 private:
    void begin_line(const Piece& piece, std::string& out);
    void continue_line(std::string_view text, std::string& out);
    void end_line(std::string_view text, std::string& out);
    void set_result(std::string_view result, std::string& out);
    void break_open_line(std::string& out);
    void resume(const Piece& piece, std::string_view name, std::string& out);
    void whole_line(const Piece& piece, std::string& out);
    void entry_half(const Piece& piece, std::string& out);
    void exit_half(const Piece& piece, std::string& out);
    void end_call(const Piece& piece, std::string& out);
    void superseded(const Piece& piece, std::string& out);
    void abandoned(const Piece& piece, std::string& out);

    JoinerStyle style_;
    std::unordered_map<TaskId, Call> calls_;  // one per tracee
    std::optional<TaskId> open_;              // whose line is open
    std::size_t line_length_ = 0;             // of the line that is being written
};

}  // namespace troupe
