#include "actors/output/stream_per_tracee.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "actors/output/message.hpp"

namespace troupe {

namespace {

/// It makes no line, and no file for one.
bool has_nothing_to_write(const What& what) {
    if (const auto* message = std::get_if<Message>(&what)) {
        return message->bytes.empty();
    }
    if (const auto* died = std::get_if<Died>(&what)) {
        return died->bytes.empty();
    }
    const auto* detached = std::get_if<Detached>(&what);
    return detached != nullptr && detached->bytes.empty();
}

}  // namespace

StreamPerTracee::Stream& StreamPerTracee::stream_of(TaskId task) {
    if (const auto found = streams_.find(task); found != streams_.end()) {
        return found->second;
    }
    const auto name = fmt::format("{}.{}", path_, task.tid);
    const bool reused = !seen_.insert(task.tid).second;
    return streams_.try_emplace(task, make_format_(), open_files_, name, append_ || reused, losses(), rotation_).first->second;
}

void StreamPerTracee::accept(Record&& record) {
    move_message(record, messages_.buffer());
    const TaskId task = record.head.task;
    if (auto* superseded_leader = std::get_if<Superseded>(&record.what)) {
        superseded(record.head, std::move(*superseded_leader));
        return;
    }
    if (has_nothing_to_write(record.what) && !streams_.contains(task)) {
        return;
    }
    const bool is_last = std::holds_alternative<Died>(record.what) || std::holds_alternative<Detached>(record.what);
    auto& stream = stream_of(task);
    stream.format->accept(std::move(record), stream.file.buffer());
    stream.file.settle(losses());
    if (is_last) {
        close(task);
    }
}

/// The leader's file goes on with the calls of the thread that called execve; the thread's own file ends.
void StreamPerTracee::superseded(const Head& head, Superseded superseded) {
    OpenCall call;
    if (const auto former = streams_.find(superseded.former); former != streams_.end()) {
        auto& [format, file] = former->second;
        call = format->hand_over(superseded.former, superseded.successor.tid, file.buffer());
        close(superseded.former);
    }
    const TaskId successor = superseded.successor;
    const TaskId leader = head.task.tid != 0 ? head.task : successor;
    auto& stream = stream_of(leader);
    if (head.task.tid != 0) {
        superseded.former = {};
        superseded.successor = {};
        stream.format->accept({head, std::move(superseded)}, stream.file.buffer());
    }
    stream.format->take_over(successor, std::move(call));
    if (successor != leader) {
        auto node = streams_.extract(leader);
        node.key() = successor;
        streams_.insert(std::move(node));
    }
}

void StreamPerTracee::close(TaskId task) {
    auto node = streams_.extract(task);
    auto& [format, file] = node.mapped();
    format->finish(file.buffer());
    file.flush(losses());
}

void StreamPerTracee::settle() { messages_.settle(unheard_); }

void StreamPerTracee::flush() {
    for (auto& [task, stream] : streams_) {
        stream.file.flush(losses());
    }
}

void StreamPerTracee::finish() {
    settle();
    while (!streams_.empty()) {
        close(streams_.begin()->first);
    }
}

}  // namespace troupe
