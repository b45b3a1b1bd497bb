// Text of calls that overlap. A call is written as far as it is known, because a person watches and the call may block; so the
// line stays open, and whatever comes next decides how it ends. The forms are strace's, for the sake of programs that parse them.
//
// A message (`Process 12 attached`) goes to standard error past all this: it may stand in the middle of an open line, and the
// column of the result is counted as if it were not there. strace does that too.

#include "troupe/core/joiner.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/format/inked.hpp"
#include "core/format/line_leader.hpp"
#include "core/format/numbers.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

constexpr std::string_view unfinished = " <unfinished ...>";
constexpr std::size_t pid_width = 5;

std::string_view without_trailing_blanks(std::string_view text) {
    const auto last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

void append_comm_of(const Head& head, std::string& out) {
    if (head.comm != nullptr) {
        out += *head.comm;
    }
}

}  // namespace

Joiner::Joiner(JoinerStyle style) : style_(std::move(style)), leader_(std::make_unique<LineLeader>(style_.columns)) {}

Joiner::~Joiner() = default;

void Joiner::accept(Record&& record, std::string& out) {
    std::visit([&](auto&& what) { add(record.head, std::forward<decltype(what)>(what), out); }, std::move(record.what));
}

void Joiner::finish(std::string& out) { break_open_line(out); }

OpenCall Joiner::hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) {
    if (open_ == former) {
        end_line(fmt::format(" <pid changed to {} ...>", tid_from_now_on), out);
    }
    auto node = calls_.extract(former);
    if (node.empty()) {
        return {};
    }
    node.mapped().began.bytes.clear();  // that line would be another task's
    return std::move(node.mapped());
}

void Joiner::take_over(TaskId successor, OpenCall call) { calls_.insert_or_assign(successor, std::move(call)); }

/// All that stands before the text of a line.
void Joiner::append_lead(const Head& head, std::string& out) {
    const bool bracketed =
        style_.prefix == PidPrefix::bracketed || (style_.prefix == PidPrefix::bracketed_while_several && calls_.size() > 1);
    if (bracketed) {
        out += "[pid ";
        append_at(Side::right, out, head.task.tid, pid_width);
        append_comm_of(head, out);
        out += "] ";
    } else if (style_.prefix == PidPrefix::plain) {
        append_at(Side::left, out, head.task.tid, head.comm == nullptr ? pid_width : 0);
        append_comm_of(head, out);
        out += ' ';
    }
    leader_->append(head, out);
}

void Joiner::begin_line(const Head& head, std::string& out) {
    const auto start = out.size();
    append_lead(head, out);
    line_length_ = out.size() - start;
    open_ = head.task;
}

void Joiner::continue_line(std::string_view text, std::string& out) {
    out += text;
    line_length_ += style_.palette == nullptr ? text.size() : visible_width(text);
}

void Joiner::end_line(std::string_view text, std::string& out) {
    out.append(text).push_back('\n');
    open_.reset();
}

void Joiner::set_result(std::string_view result, std::string& out) {
    out.append(line_length_ < style_.column ? style_.column - line_length_ : 1, ' ');
    end_line(result, out);
}

void Joiner::end_without_result(std::string& out) {
    continue_line(inked(style_.palette, Ink::punct, ")"), out);
    set_result(inked(style_.palette, Ink::punct, "= ") + inked(style_.palette, Ink::retval, "?"), out);
}

void Joiner::break_open_line(std::string& out) {
    if (!open_) {
        return;
    }
    auto& call = calls_[*open_];
    if (!call.began.never_returns) {
        return end_line(unfinished, out);
    }
    call.in_progress = false;
    end_without_result(out);
}

/// The line of this call is open, or begins again.
void Joiner::resume(const Head& head, const CallBegan& began, std::string& out) {
    if (open_ == head.task) {
        return;
    }
    break_open_line(out);
    if (!began.bytes.empty()) {  // it has waited for this
        line_length_ = 0;
        open_ = head.task;
        return continue_line(began.bytes, out);
    }
    begin_line(head, out);
    continue_line("<... ", out);
    continue_line(inked(style_.palette, Ink::syscall, name_of(began.call)), out);
    continue_line(" resumed>", out);
}

void Joiner::whole_line(const Head& head, std::string_view text, std::string& out) {
    if (text.empty()) {
        return;
    }
    break_open_line(out);
    begin_line(head, out);
    end_line(text, out);
}

void Joiner::end_call(const Head& head, std::string& out) {
    const auto found = calls_.find(head.task);
    if (found == calls_.end() || !found->second.in_progress) {
        return;
    }
    const auto call = std::exchange(found->second, {});
    if (!style_.endings.contain(CallStatus::unfinished)) {
        return;
    }
    resume(head, call.began, out);
    if (!call.began.complete) {
        continue_line(unfinished, out);
    }
    end_without_result(out);
}

void Joiner::add(const Head& head, CallBegan&& began, std::string& out) {
    if (waits_for_ends() || began.waits) {
        std::string line;
        append_lead(head, line);
        began.bytes.insert(0, line);
    } else {
        break_open_line(out);
        begin_line(head, out);
        continue_line(began.bytes, out);
        began.bytes.clear();
    }
    began.complete |= began.never_returns;
    calls_.insert_or_assign(head.task, OpenCall{.began = std::move(began), .start = head.time, .in_progress = true});
}

void Joiner::add(const Head& head, CallEnded&& ended, std::string& out) {
    const auto call = std::exchange(calls_[head.task], {});
    const bool has_waited = !call.began.bytes.empty();
    if (!style_.endings.contain(ended.status, ended.error) || (ended.is_hidden && has_waited)) {
        return;
    }
    resume(head, call.began, out);
    leader_->append_spent(call.start, head.time, ended.bytes);
    const std::string_view text = ended.bytes;
    continue_line(without_trailing_blanks(text.substr(0, ended.result_at)), out);
    set_result(text.substr(ended.result_at), out);
    out += ended.below;
    out += call.began.closing;
}

void Joiner::add(const Head& head, SignalSeen&& signal, std::string& out) {
    calls_.try_emplace(head.task);
    whole_line(head, signal.bytes, out);
    out += signal.below;
}

void Joiner::add(const Head& head, GroupStopped&& stopped, std::string& out) {
    calls_.try_emplace(head.task);
    whole_line(head, stopped.bytes, out);
}

void Joiner::add(const Head& head, Born&& born, std::string& out) {
    calls_.try_emplace(head.task);
    add(head, Message{std::move(born.message)}, out);
}

void Joiner::add(const Head& head, Died&& died, std::string& out) {
    calls_.try_emplace(head.task);
    const std::string below = std::move(calls_[head.task].began.closing);
    end_call(head, out);
    whole_line(head, died.bytes, out);
    if (!below.empty() && style_.endings.contain(CallStatus::unfinished)) {
        break_open_line(out);
        out += below;
    }
    calls_.erase(head.task);
}

/// The leader is not counted any more when its last line is written, other than a tracee that dies.
void Joiner::add(const Head& head, Superseded&& superseded, std::string& out) {
    end_call(head, out);
    calls_.erase(head.task);
    auto call = hand_over(superseded.former, superseded.successor.tid, out);
    whole_line(head, superseded.bytes, out);
    take_over(superseded.successor, std::move(call));
}

void Joiner::add(const Head& head, Detached&&, std::string& out) {
    const auto node = calls_.extract(head.task);
    const bool waits =
        node && node.mapped().in_progress && !node.mapped().began.bytes.empty() && style_.endings.contain(CallStatus::detached);
    if (waits) {
        resume(head, node.mapped().began, out);
    }
    if (open_ == head.task) {
        end_line(" <detached ...>", out);
    }
}

void Joiner::add(const Head& head, Emitted&& emitted, std::string& out) {
    if (head.task.tid != 0) {
        whole_line(head, emitted.bytes, out);
    } else {
        add(head, Said{std::move(emitted.bytes) + "\n"}, out);
    }
}

/// Other than a message, it never stands in the middle of a line.
void Joiner::add(const Head&, Said&& said, std::string& out) {
    break_open_line(out);
    out += said.text;
}

void Joiner::add(const Head&, Message&& message, std::string& out) {
    if (!message.text.empty()) {
        out.append(message.text).push_back('\n');
    }
}

}  // namespace troupe
