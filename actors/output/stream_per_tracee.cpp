#include "actors/output/stream_per_tracee.hpp"

#include <fmt/format.h>

#include <utility>

#include "actors/output/message.hpp"

namespace troupe {

StreamPerTracee::Stream& StreamPerTracee::stream_of(TaskId task) {
    if (const auto found = streams_.find(task); found != streams_.end()) {
        return found->second;
    }
    const auto name = fmt::format("{}.{}", path_, task.tid);
    const bool reused = !seen_.insert(task.tid).second;
    return streams_.try_emplace(task, style_, open_files_, name, append_ || reused, losses()).first->second;
}

void StreamPerTracee::accept(Piece&& piece) {
    move_message(piece, messages_.buffer());
    switch (piece.kind) {
        case Piece::Kind::message:
            return;
        case Piece::Kind::appeared:
            stream_of(piece.task);
            return;
        case Piece::Kind::superseded:
            return superseded(piece);
        case Piece::Kind::dying:
        case Piece::Kind::abandoned:
            if (!streams_.contains(piece.task)) {
                return;
            }
            break;
        case Piece::Kind::died:
            if (piece.text.empty() && !streams_.contains(piece.task)) {
                return;
            }
            break;
        case Piece::Kind::entry_half:
        case Piece::Kind::exit_half:
        case Piece::Kind::line:
            break;
    }
    auto& stream = stream_of(piece.task);
    stream.joiner.accept(piece, stream.file.buffer());
    stream.file.settle(losses());
    if (piece.kind == Piece::Kind::died || piece.kind == Piece::Kind::abandoned) {
        close(piece.task);
    }
}

/// The leader's file goes on with the calls of the thread that called execve; the thread's own file ends.
void StreamPerTracee::superseded(const Piece& piece) {
    Joiner::Call call;
    if (const auto former = streams_.find(piece.former); former != streams_.end()) {
        auto& [joiner, file] = former->second;
        call = joiner.hand_over(piece.former, piece.successor.tid, file.buffer());
        close(piece.former);
    }
    Piece last = piece;
    last.kind = Piece::Kind::died;
    auto& stream = stream_of(piece.task);
    stream.joiner.accept(last, stream.file.buffer());
    stream.joiner.take_over(piece.successor, std::move(call));
    if (piece.successor != piece.task) {
        auto node = streams_.extract(piece.task);
        node.key() = piece.successor;
        streams_.insert(std::move(node));
    }
}

void StreamPerTracee::close(TaskId task) {
    auto node = streams_.extract(task);
    auto& [joiner, file] = node.mapped();
    joiner.finish(file.buffer());
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
