#include "core/tables/flags/events.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>

#include "core/tables/named_constant.hpp"

// Waiting for events and timers.
namespace troupe {

namespace {

constexpr NamedConstant epoll_create_flags_rows[] = {
    {02000000, "EPOLL_CLOEXEC"},
};

constexpr NamedConstant epoll_event_bits_rows[] = {
    {1, "EPOLLIN"},
    {2, "EPOLLPRI"},
    {4, "EPOLLOUT"},
    {8, "EPOLLERR"},
    {0x10, "EPOLLHUP"},
    {0x20, "EPOLLNVAL"},
    {0x40, "EPOLLRDNORM"},
    {0x80, "EPOLLRDBAND"},
    {0x100, "EPOLLWRNORM"},
    {0x200, "EPOLLWRBAND"},
    {0x400, "EPOLLMSG"},
    {0x2000, "EPOLLRDHUP"},
    {0x10000000, "EPOLLEXCLUSIVE"},
    {0x20000000, "EPOLLWAKEUP"},
    {0x40000000, "EPOLLONESHOT"},
    {0x80000000, "EPOLLET"},
};

constexpr NamedConstant eventfd_flags_rows[] = {
    {1, "EFD_SEMAPHORE"},
    {02000000, "EFD_CLOEXEC"},
    {04000, "EFD_NONBLOCK"},
};

constexpr NamedConstant inotify_events_rows[] = {
    TROUPE_NAMED(IN_ACCESS),        TROUPE_NAMED(IN_MODIFY),      TROUPE_NAMED(IN_ATTRIB),        TROUPE_NAMED(IN_CLOSE_WRITE),
    TROUPE_NAMED(IN_CLOSE_NOWRITE), TROUPE_NAMED(IN_OPEN),        TROUPE_NAMED(IN_MOVED_FROM),    TROUPE_NAMED(IN_MOVED_TO),
    TROUPE_NAMED(IN_CREATE),        TROUPE_NAMED(IN_DELETE),      TROUPE_NAMED(IN_DELETE_SELF),   TROUPE_NAMED(IN_MOVE_SELF),
    TROUPE_NAMED(IN_UNMOUNT),       TROUPE_NAMED(IN_Q_OVERFLOW),  TROUPE_NAMED(IN_IGNORED),       TROUPE_NAMED(IN_ONLYDIR),
    TROUPE_NAMED(IN_DONT_FOLLOW),   TROUPE_NAMED(IN_EXCL_UNLINK), {0x10000000, "IN_MASK_CREATE"}, TROUPE_NAMED(IN_MASK_ADD),
    TROUPE_NAMED(IN_ISDIR),         TROUPE_NAMED(IN_ONESHOT),
};

constexpr NamedConstant inotify_init_flags_rows[] = {
    {04000, "IN_NONBLOCK"},
    {02000000, "IN_CLOEXEC"},
};

constexpr NamedConstant poll_events_rows[] = {
    {1, "POLLIN"},         {2, "POLLPRI"},
    {4, "POLLOUT"},        {8, "POLLERR"},
    {0x10, "POLLHUP"},     {0x20, "POLLNVAL"},
    {0x40, "POLLRDNORM"},  {0x80, "POLLRDBAND"},
    {0x100, "POLLWRNORM"}, {0x200, "POLLWRBAND"},
    {0x400, "POLLMSG"},    {0x1000, "POLLREMOVE"},
    {0x2000, "POLLRDHUP"}, {0x8000, "POLL_BUSY_LOOP"},
};

constexpr NamedConstant timerfd_flags_rows[] = {
    {1, "TFD_TIMER_ABSTIME"},
    {2, "TFD_TIMER_CANCEL_ON_SET"},
    {02000000, "TFD_CLOEXEC"},
    {04000, "TFD_NONBLOCK"},
};

constexpr NamedConstant timer_flags_rows[] = {
    {1, "TIMER_ABSTIME"},
};

}  // namespace

constinit const FlagSet epoll_create_flags{"epoll_create_flags", "EPOLL_???", epoll_create_flags_rows};
constinit const FlagSet epoll_event_bits{"epoll_event_bits", "EPOLL???", epoll_event_bits_rows};
constinit const FlagSet eventfd_flags{"eventfd_flags", "EFD_???", eventfd_flags_rows};
constinit const FlagSet inotify_events{"inotify_events", "IN_???", inotify_events_rows};
constinit const FlagSet inotify_init_flags{"inotify_init_flags", "IN_???", inotify_init_flags_rows};
constinit const FlagSet poll_events{"poll_events", "POLL???", poll_events_rows};
constinit const FlagSet timerfd_flags{"timerfd_flags", "TFD_???", timerfd_flags_rows};
constinit const FlagSet timer_flags{"timer_flags", "TIMER_???", timer_flags_rows};

}  // namespace troupe
