#pragma once

#include <mutex>

/// Words for clang's -Wthread-safety (clang.llvm.org/docs/ThreadSafetyAnalysis.html); empty for other compilers.
#if defined(__clang__)
#define TROUPE_THREAD_ATTRIBUTE(x) __attribute__((x))
#else
#define TROUPE_THREAD_ATTRIBUTE(x)
#endif

#define TROUPE_CAPABILITY(name) TROUPE_THREAD_ATTRIBUTE(capability(name))
#define TROUPE_SCOPED_CAPABILITY TROUPE_THREAD_ATTRIBUTE(scoped_lockable)
#define TROUPE_GUARDED_BY(x) TROUPE_THREAD_ATTRIBUTE(guarded_by(x))
#define TROUPE_REQUIRES(...) TROUPE_THREAD_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define TROUPE_EXCLUDES(...) TROUPE_THREAD_ATTRIBUTE(locks_excluded(__VA_ARGS__))
#define TROUPE_ACQUIRE(...) TROUPE_THREAD_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define TROUPE_TRY_ACQUIRE(...) TROUPE_THREAD_ATTRIBUTE(try_acquire_capability(__VA_ARGS__))
#define TROUPE_RELEASE(...) TROUPE_THREAD_ATTRIBUTE(release_capability(__VA_ARGS__))

namespace troupe {

/// std::mutex, known to the analysis.
class TROUPE_CAPABILITY("mutex") Mutex {
 public:
    void lock() TROUPE_ACQUIRE() { mutex_.lock(); }
    void unlock() TROUPE_RELEASE() { mutex_.unlock(); }

 private:
    std::mutex mutex_;
};

class TROUPE_SCOPED_CAPABILITY Lock {
 public:
    explicit Lock(Mutex& mutex) TROUPE_ACQUIRE(mutex) : mutex_(mutex) { mutex_.lock(); }
    ~Lock() TROUPE_RELEASE() { mutex_.unlock(); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

 private:
    Mutex& mutex_;
};

/// The right to do something that one thread does at a time but no thread owns. Costs nothing: how it is passed on is the
/// business of its holder.
class TROUPE_CAPABILITY("baton") Baton {
 public:
    void taken() TROUPE_ACQUIRE() {}
    void passed_on() TROUPE_RELEASE() {}
};

}  // namespace troupe
