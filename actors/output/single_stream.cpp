#include "actors/output/single_stream.hpp"

#include <utility>

#include "actors/output/message.hpp"

namespace troupe {

void SingleStream::accept(Piece&& piece) {
    if (!sink_) {
        return;
    }
    if (messages_) {
        move_message(piece, messages_->buffer());
    }
    joiner_.accept(piece, sink_->buffer());
}

void SingleStream::settle() {
    if (messages_) {
        messages_->settle();
    }
    if (sink_) {
        sink_->settle();
    }
}

void SingleStream::flush() {
    if (sink_) {
        sink_->flush();
    }
}

void SingleStream::finish() {
    if (!sink_) {
        return;
    }
    settle();
    joiner_.finish(sink_->buffer());
    sink_->flush();
    error_ = sink_->take_error();
    sink_.reset();
    messages_.reset();
    if (command_) {
        command_->wait();
    }
}

std::optional<Error> SingleStream::take_error() {
    if (error_) {
        return std::exchange(error_, std::nullopt);
    }
    return sink_ ? sink_->take_error() : std::nullopt;
}

}  // namespace troupe
