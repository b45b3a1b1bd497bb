#include "actors/executor.hpp"

#include <utility>
#include <vector>

#include "actors/reply.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

// A hook takes a few hundred nanoseconds; a sleep and its wake-up across CPUs take tens of microseconds. So who waits spins for
// about ten hooks first. On one CPU spinning only keeps the other from running.
unsigned spins_before_sleep() {
    const auto cpus = affinity::of(0);
    return cpus && cpus->count() > 1 ? 2000 : 0;
}

// How many questions of others are answered after one's own, before the baton is handed on.
constexpr unsigned for_others = 16;

}  // namespace

/// What is asked; lives on the stack of the thread that asks, until it is answered.
struct Executor::Question {
    enum class Kind : std::uint8_t { decide, tell, forget, finish };

    Kind kind = Kind::decide;
    EventView* view = nullptr;
    TaskId task{};
    pid_t process = 0;  // that is gone with the task
    Ending ending = Ending::all_gone;
    std::vector<TaskFacts> leaves{};

    Decision decision{};
    std::optional<ScriptStop> stop{};
    Reply reply{};  // the asker may return as soon as it has it: nothing of the question is touched afterwards
};

Executor::Executor(Hooks& hooks, Effects& effects, Listener listener)
    : effects_(effects), listener_(std::move(listener)), spins_(spins_before_sleep()), hooks_(hooks) {}

std::optional<ScriptStop> Executor::start() {
    auto stop = hooks_.start(effects_);
    revision_ = hooks_.revision();
    due_.store(hooks_.next_due(), std::memory_order_release);
    return stop;
}

Decision Executor::ask(EventView& view) {
    Question question{.view = &view};
    send(question);
    return std::move(question.decision);
}

bool Executor::observe(Observation&& observation) { return !script_over() && observations_.add(std::move(observation)); }

void Executor::tell() {
    Question question{.kind = Question::Kind::tell};
    send(question);
}

void Executor::forget(TaskId task, pid_t process) {
    Question question{.kind = Question::Kind::forget, .task = task, .process = process};
    send(question);
}

std::optional<ScriptStop> Executor::finish(Ending ending, std::vector<TaskFacts> leaves) {
    Question question{.kind = Question::Kind::finish, .ending = ending, .leaves = std::move(leaves)};
    send(question);
    return std::move(question.stop);
}

void Executor::send(Question& question) {
    switch (mailbox_.post(&question)) {
        case Posted::closed:
            return;
        case Posted::baton_is_yours:
            drain(question, nullptr);
            return;
        case Posted::queued:
            if (question.reply.wait(spins_) == Reply::Word::baton_is_yours) {
                drain(question, &question);
            }
            return;
    }
}

/// The baton is ours; `first` came with it if another thread handed it on.
void Executor::drain(Question& own, Question* first) {
    Mailbox<Question*>::Drainer drainer(mailbox_);
    Question* question = first != nullptr ? first : drainer.take();
    bool own_answered = false;
    unsigned others_since = 0;
    for (;;) {
        run(*question);
        const bool more = drainer.settle();
        if (question == &own) {
            own_answered = true;
        } else {
            others_since += own_answered ? 1 : 0;
            question->reply.tell(Reply::Word::answered);
        }
        if (!more) {
            return;
        }
        question = drainer.take();
        if (own_answered && others_since >= for_others) {
            question->reply.tell(Reply::Word::baton_is_yours);
            return;
        }
    }
}

void Executor::run(Question& question) {
    if (over_) {
        return;
    }
    // What was observed came before what is asked about now.
    if (observations_.any()) {
        tell_observers();
        if (over_) {
            return;
        }
    }
    switch (question.kind) {
        case Question::Kind::tell:
            ring();
            break;
        case Question::Kind::decide: {
            auto decision = hooks_.decide(*question.view, effects_);
            decided_.fetch_add(1, std::memory_order_relaxed);
            if (!decision) {
                stopped(decision.error());
                return;
            }
            question.decision = std::move(*decision);
            break;
        }
        case Question::Kind::forget:
            hooks_.forget(question.task, question.process);
            break;
        case Question::Kind::finish:
            over_ = true;
            mailbox_.close();
            question.stop = hooks_.finish(question.ending, question.leaves, effects_);
            return;
    }
    if (const std::uint64_t revision = hooks_.revision(); revision != revision_) {
        revision_ = revision;
        listener_.subscription_changed(hooks_);
    }
    if (const std::uint64_t due = hooks_.next_due(); due != due_.load(std::memory_order_relaxed)) {
        due_.store(due, std::memory_order_release);
        if (due != 0) {
            listener_.timer_set(due);
        }
    }
}

void Executor::ring() {
    const std::uint64_t due = hooks_.next_due();
    if (due == 0 || due > monotonic_ns()) {
        return;
    }
    if (const auto stop = hooks_.ring(effects_)) {
        stopped(*stop);
    }
}

void Executor::tell_observers() {
    const std::vector<Observation> batch = observations_.take();
    if (batch.empty()) {
        return;  // the one whose turn it is has not been queued yet
    }
    if (const auto stop = hooks_.observe(batch, effects_)) {
        stopped(*stop);
    }
}

void Executor::stopped(const ScriptStop& stop) {
    over_ = true;
    script_over_.store(true, std::memory_order_release);
    mailbox_.close();
    listener_.script_stopped(stop);
}

}  // namespace troupe
