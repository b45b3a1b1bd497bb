// What a line begins with is known here alone: its number, and of a call both of its times. All else was made in the workers.

#include "troupe/core/json_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "troupe/core/json_text.hpp"

namespace troupe {

namespace {

void append_time(std::string_view name, Timestamp time, std::string& out) {
    json::append_key(name, out);
    out += R"({"realtime":)";
    json::append_number(time.realtime, out);
    out += R"(,"monotonic":)";
    json::append_number(time.monotonic, out);
    out += "},";
}

}  // namespace

void JsonLines::accept(Record&& record, std::string& out) {
    std::visit([&](auto&& what) { add(record.head, std::forward<decltype(what)>(what), out); }, std::move(record.what));
}

void JsonLines::finish(std::string& out) {
    std::vector<const OpenCall*> left;
    left.reserve(calls_.size());
    for (const auto& [task, call] : calls_) {
        left.push_back(&call);
    }
    std::ranges::sort(left, {}, [](const OpenCall* call) { return call->start.monotonic; });
    for (const OpenCall* call : left) {
        if (endings_.contain(CallStatus::unfinished)) {
            unfinished(*call, out);
        }
    }
    calls_.clear();
}

OpenCall JsonLines::hand_over(TaskId former, pid_t, std::string&) {
    auto node = calls_.extract(former);
    return node.empty() ? OpenCall{} : std::move(node.mapped());
}

void JsonLines::take_over(TaskId successor, OpenCall call) {
    if (call.in_progress) {
        calls_.insert_or_assign(successor, std::move(call));
    }
}

void JsonLines::begin_line(std::string_view type, std::string& out) {
    out += R"({"v":)";
    json::append_number(std::int64_t{version}, out);
    out += R"(,"type":")";
    out += type;
    out += R"(","seq":)";
    json::append_number(lines_++, out);
    out += ',';
}

void JsonLines::line(std::string_view type, Timestamp time, std::string_view members, std::string& out) {
    begin_line(type, out);
    append_time("time", time, out);
    out += members;
    out += "}\n";
}

void JsonLines::unfinished(const OpenCall& call, std::string& out) {
    begin_line("call", out);
    append_time("start", call.start, out);
    out += call.began.bytes;
    out += call.began.closing;
    out += R"(,"unfinished":true})";
    out += '\n';
}

void JsonLines::end_call(TaskId task, CallStatus how, std::string& out) {
    if (const auto node = calls_.extract(task); node && endings_.contain(how)) {
        unfinished(node.mapped(), out);
    }
}

void JsonLines::add(const Head& head, CallBegan&& began, std::string& out) {
    end_call(head.task, CallStatus::unfinished, out);
    calls_.insert_or_assign(head.task, OpenCall{.began = std::move(began), .start = head.time, .in_progress = true});
}

void JsonLines::add(const Head& head, CallEnded&& ended, std::string& out) {
    const auto node = calls_.extract(head.task);
    if (!node || ended.is_hidden || !endings_.contain(ended.status, ended.error)) {
        return;
    }
    const OpenCall& call = node.mapped();
    begin_line("call", out);
    append_time("start", call.start, out);
    append_time("end", head.time, out);
    out += call.began.bytes;
    out += ended.bytes;
    out += "}\n";
}

void JsonLines::add(const Head& head, SignalSeen&& signal, std::string& out) { line("signal", head.time, signal.bytes, out); }

void JsonLines::add(const Head& head, GroupStopped&& stopped, std::string& out) { line("stop", head.time, stopped.bytes, out); }

void JsonLines::add(const Head& head, Spawned&& spawned, std::string& out) { line("spawn", head.time, spawned.bytes, out); }

void JsonLines::add(const Head& head, Executed&& executed, std::string& out) { line("exec", head.time, executed.bytes, out); }

void JsonLines::add(const Head& head, Died&& died, std::string& out) {
    end_call(head.task, CallStatus::unfinished, out);
    if (!died.bytes.empty()) {
        line("exit", head.time, died.bytes, out);
    }
}

void JsonLines::add(const Head& head, Superseded&& superseded, std::string& out) {
    end_call(head.task, CallStatus::unfinished, out);
    take_over(superseded.successor, hand_over(superseded.former, superseded.successor.tid, out));
    if (!superseded.bytes.empty()) {
        line("superseded", head.time, superseded.bytes, out);
    }
}

void JsonLines::add(const Head& head, Detached&& detached, std::string& out) {
    end_call(head.task, CallStatus::detached, out);
    line("detach", head.time, detached.bytes, out);
}

void JsonLines::add(const Head& head, Message&& message, std::string& out) { line("message", head.time, message.bytes, out); }

void JsonLines::add(const Head& head, Emitted&& emitted, std::string& out) { line("emit", head.time, emitted.bytes, out); }

void JsonLines::add(const Head& head, Said&& said, std::string& out) {
    std::string_view left = said.text;
    while (!left.empty()) {
        const std::size_t end = left.find('\n');
        std::string members = R"("text":)";
        json::append_bytes(left.substr(0, end), members);
        line("message", head.time, members, out);
        left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
    }
}

}  // namespace troupe
