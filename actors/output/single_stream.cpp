#include "actors/output/single_stream.hpp"

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
        messages_->settle(unheard_);
    }
    if (sink_) {
        sink_->settle(losses());
    }
}

void SingleStream::flush() {
    if (sink_) {
        sink_->flush(losses());
    }
}

void SingleStream::finish() {
    if (!sink_) {
        return;
    }
    settle();
    joiner_.finish(sink_->buffer());
    sink_->flush(losses());
    sink_.reset();
    messages_.reset();
    if (command_) {
        command_->wait();
    }
}

}  // namespace troupe
