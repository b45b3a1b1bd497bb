#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "troupe/core/line_columns.hpp"
#include "troupe/core/palette.hpp"
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
    LineColumns columns{};
    /// Of which calls there are lines. Unless it is all of them, a line is written when its call has ended, and never interrupted.
    WantedEndings endings{};
    bool whole_calls = false;          ///< the same where it is all of them
    const Palette* palette = nullptr;  ///< there are colours, in what records bring, too; must outlive the joiner
};

class LineLeader;

/// Text: puts the records of one stream together to lines.
class Joiner final : public StreamFormat {
 public:
    explicit Joiner(JoinerStyle style);
    ~Joiner() override;

    /// Texts of messages go to `out` as well: clear them where they belong elsewhere.
    void accept(Record&& record, std::string& out) override;
    void finish(std::string& out) override;
    /// Ends the thread's open line with ` <pid changed to N ...>`.
    [[nodiscard]] OpenCall hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) override;
    void take_over(TaskId successor, OpenCall call) override;

 private:
    void append_lead(const Head& head, std::string& out);
    void begin_line(const Head& head, std::string& out);
    void continue_line(std::string_view text, std::string& out);
    void end_line(std::string_view text, std::string& out);
    void set_result(std::string_view result, std::string& out);
    void end_without_result(std::string& out);
    void break_open_line(std::string& out);
    [[nodiscard]] bool waits_for_ends() const { return style_.whole_calls || !style_.endings.are_all(); }
    void resume(const Head& head, const CallBegan& began, std::string& out);
    void whole_line(const Head& head, std::string_view text, std::string& out);
    void end_call(const Head& head, std::string& out);

    void add(const Head& head, CallBegan&& began, std::string& out);
    void add(const Head& head, CallEnded&& ended, std::string& out);
    void add(const Head& head, SignalSeen&& signal, std::string& out);
    void add(const Head& head, GroupStopped&& stopped, std::string& out);
    void add(const Head& head, Born&& born, std::string& out);
    void add(const Head&, Spawned&&, std::string&) {}
    void add(const Head&, Executed&&, std::string&) {}
    void add(const Head& head, Died&& died, std::string& out);
    void add(const Head& head, Superseded&& superseded, std::string& out);
    void add(const Head& head, Detached&& detached, std::string& out);
    void add(const Head& head, Message&& message, std::string& out);
    void add(const Head& head, Emitted&& emitted, std::string& out);
    void add(const Head& head, Said&& said, std::string& out);

    JoinerStyle style_;
    std::unique_ptr<LineLeader> leader_;
    std::unordered_map<TaskId, OpenCall> calls_;  // one per tracee
    std::optional<TaskId> open_;                  // whose line is open
    std::size_t line_length_ = 0;                 // of the line that is being written
};

}  // namespace troupe
