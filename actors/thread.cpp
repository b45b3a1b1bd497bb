#include "actors/thread.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "troupe/core/check.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

struct Start {
    std::string name;
    std::function<void()> body;
};

std::size_t page_size() { return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }

std::size_t usual_stack_size() {
    pthread_attr_t usual;
    std::size_t size = 0;
    if (::pthread_getattr_default_np(&usual) == 0) {
        (void)::pthread_attr_getstacksize(&usual, &size);
        ::pthread_attr_destroy(&usual);
    }
    constexpr std::size_t least = std::size_t{2} << 20U;
    return std::max(size, least);
}

void* run(void* argument) noexcept {
    const std::unique_ptr<Start> start(static_cast<Start*>(argument));
    ::pthread_setname_np(::pthread_self(), start->name.c_str());
    start->body();
    return nullptr;
}

}  // namespace

Result<ThreadStack> ThreadStack::map() {
    const std::size_t size = usual_stack_size() + page_size();
    constexpr int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE;
    void* const begin = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (begin == MAP_FAILED) {
        return failure("map the stack of a thread", errno);
    }
    (void)::mprotect(begin, page_size(), PROT_NONE);
    ThreadStack stack;
    stack.begin_ = begin;
    stack.size_ = size;
    return stack;
}

ThreadStack& ThreadStack::operator=(ThreadStack&& other) noexcept {
    std::swap(begin_, other.begin_);
    std::swap(size_, other.size_);
    return *this;
}

ThreadStack::~ThreadStack() {
    if (begin_ != nullptr) {
        ::munmap(begin_, size_);  // refused: it stays until the end
    }
}

void* ThreadStack::lowest() const { return static_cast<std::byte*>(begin_) + page_size(); }

std::size_t ThreadStack::bytes() const { return size_ - page_size(); }

Thread& Thread::operator=(Thread&& other) noexcept {
    TROUPE_CHECK(!running_, "a thread that runs is not replaced");
    stack_ = std::move(other.stack_);
    thread_ = other.thread_;
    running_ = std::exchange(other.running_, false);
    return *this;
}

Thread::~Thread() { TROUPE_CHECK(!running_, "its owner joins a thread"); }

void Thread::join() {
    ::pthread_join(thread_, nullptr);
    running_ = false;
    stack_ = {};
}

Result<Thread> start_thread(const std::string& name, std::function<void()> body) {
    const AllSignalsBlocked blocked;
    auto stack = ThreadStack::map();
    if (!stack) {
        return tl::unexpected(stack.error());
    }
    pthread_attr_t attributes;
    if (const int error = ::pthread_attr_init(&attributes); error != 0) {
        return failure("start the thread of " + name, error);
    }
    auto start = std::make_unique<Start>(Start{name, std::move(body)});
    Thread thread;
    int error = ::pthread_attr_setstack(&attributes, stack->lowest(), stack->bytes());
    if (error == 0) {
        error = ::pthread_create(&thread.thread_, &attributes, run, start.get());
    }
    ::pthread_attr_destroy(&attributes);
    if (error != 0) {
        return failure("start the thread of " + name, error);
    }
    (void)start.release();  // `run` owns it
    thread.stack_ = std::move(*stack);
    thread.running_ = true;
    return thread;
}

}  // namespace troupe
