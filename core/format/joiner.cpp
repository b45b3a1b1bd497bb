// Text of calls that overlap. A call is written as far as it is known, because a person watches and the call may block; so the
// line stays open, and whatever comes next decides how it ends. The forms are strace's, for the sake of everybody's parsers.
//
// A message (`Process 12 attached`) goes to standard error past all this: it may stand in the middle of an open line, and the
// column of the result is counted as if it were not there. strace does that too.

#include "troupe/core/joiner.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace troupe {

namespace {

constexpr std::string_view unfinished = " <unfinished ...>";

std::string_view without_trailing_blanks(std::string_view text) {
    const auto last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

}  // namespace

void Joiner::accept(const Piece& piece, std::string& out) {
    switch (piece.kind) {
        case Piece::Kind::entry_half:
            return entry_half(piece, out);
        case Piece::Kind::exit_half:
            return exit_half(piece, out);
        case Piece::Kind::line:
            calls_.try_emplace(piece.task);
            return whole_line(piece, out);
        case Piece::Kind::appeared:
            calls_.try_emplace(piece.task);
            [[fallthrough]];
        case Piece::Kind::message:
            if (!piece.text.empty()) {
                out.append(piece.text).push_back('\n');
            }
            return;
        case Piece::Kind::dying:
            return end_call(piece, out);
        case Piece::Kind::died:
            calls_.try_emplace(piece.task);
            end_call(piece, out);
            whole_line(piece, out);
            calls_.erase(piece.task);
            return;
        case Piece::Kind::superseded:
            return superseded(piece, out);
        case Piece::Kind::abandoned:
            return abandoned(piece, out);
    }
}

void Joiner::finish(std::string& out) { break_open_line(out); }

Joiner::Call Joiner::hand_over(TaskId former, pid_t tid_from_now_on, std::string& out) {
    if (open_ == former) {
        end_line(fmt::format(" <pid changed to {} ...>", tid_from_now_on), out);
    }
    auto node = calls_.extract(former);
    return node.empty() ? Call{} : std::move(node.mapped());
}

void Joiner::take_over(TaskId successor, Call call) { calls_.insert_or_assign(successor, std::move(call)); }

void Joiner::begin_line(const Piece& piece, std::string& out) {
    const auto start = out.size();
    const bool bracketed =
        style_.prefix == PidPrefix::bracketed || (style_.prefix == PidPrefix::bracketed_while_several && calls_.size() > 1);
    if (bracketed) {
        fmt::format_to(std::back_inserter(out), "[pid {:>5}] ", piece.task.tid);
    } else if (style_.prefix == PidPrefix::plain) {
        fmt::format_to(std::back_inserter(out), "{:<5} ", piece.task.tid);
    }
    out += piece.leader;
    line_length_ = out.size() - start;
    open_ = piece.task;
}

void Joiner::continue_line(std::string_view text, std::string& out) {
    out += text;
    line_length_ += text.size();
}

void Joiner::end_line(std::string_view text, std::string& out) {
    out.append(text).push_back('\n');
    open_.reset();
}

void Joiner::set_result(std::string_view result, std::string& out) {
    out.append(line_length_ < style_.column ? style_.column - line_length_ : 1, ' ');
    end_line(result, out);
}

void Joiner::break_open_line(std::string& out) {
    if (!open_) {
        return;
    }
    auto& call = calls_[*open_];
    if (!call.never_returns) {
        return end_line(unfinished, out);
    }
    call.in_progress = false;
    continue_line(")", out);
    set_result("= ?", out);
}

/// The line of this call is open, or begins again.
void Joiner::resume(const Piece& piece, std::string_view name, std::string& out) {
    if (open_ == piece.task) {
        return;
    }
    break_open_line(out);
    begin_line(piece, out);
    if (!name.empty()) {
        continue_line("<... ", out);
        continue_line(name, out);
        continue_line(" resumed>", out);
    }
}

void Joiner::whole_line(const Piece& piece, std::string& out) {
    if (piece.text.empty()) {
        return;
    }
    break_open_line(out);
    begin_line(piece, out);
    end_line(piece.text, out);
}

void Joiner::entry_half(const Piece& piece, std::string& out) {
    break_open_line(out);
    calls_.insert_or_assign(piece.task, Call{piece.name, true, piece.complete || piece.never_returns, piece.never_returns});
    begin_line(piece, out);
    continue_line(piece.text, out);
}

void Joiner::exit_half(const Piece& piece, std::string& out) {
    auto& call = calls_[piece.task];
    resume(piece, call.name.empty() ? piece.name : call.name, out);
    call = {};
    const std::string_view text = piece.text;
    continue_line(without_trailing_blanks(text.substr(0, piece.result_at)), out);
    set_result(text.substr(piece.result_at), out);
}

void Joiner::end_call(const Piece& piece, std::string& out) {
    const auto found = calls_.find(piece.task);
    if (found == calls_.end() || !found->second.in_progress) {
        return;
    }
    const auto call = std::exchange(found->second, {});
    resume(piece, call.name, out);
    if (!call.complete) {
        continue_line(unfinished, out);
    }
    continue_line(")", out);
    set_result("= ?", out);
}

/// The leader is not counted any more when its last line is written, other than a tracee that dies.
void Joiner::superseded(const Piece& piece, std::string& out) {
    end_call(piece, out);
    calls_.erase(piece.task);
    whole_line(piece, out);
    take_over(piece.successor, hand_over(piece.former, piece.successor.tid, out));
}

void Joiner::abandoned(const Piece& piece, std::string& out) {
    if (open_ == piece.task) {
        end_line(" <detached ...>", out);
    }
    calls_.erase(piece.task);
}

}  // namespace troupe
