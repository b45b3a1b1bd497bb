#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "troupe/core/syscalls.hpp"

/// Which calls are in which class, as users of strace know it: seen by making every call under `strace -e trace=%CLASS`.
namespace troupe {
namespace {

std::vector<std::string> words(std::string_view text) {
    std::istringstream stream{std::string{text}};
    std::vector<std::string> found{std::istream_iterator<std::string>{stream}, {}};
    std::sort(found.begin(), found.end());
    return found;
}

std::uint32_t bit_of(std::string_view name) {
    for (const ClassRow& row : syscall_classes()) {
        if (row.name == name) {
            return row.bit;
        }
    }
    return syscall_class::none;
}

std::vector<std::string> members(std::string_view name) {
    std::vector<std::string> found;
    for (const SyscallRow* row : syscall_rows()) {
        if ((row->classes & bit_of(name)) != 0 && row->name.find('#') == std::string_view::npos) {
            found.emplace_back(row->name);
        }
    }
    return found;
}

std::size_t size_on(Abi abi, std::string_view name) {
    std::size_t size = 0;
    for (std::uint32_t number = 0; number < syscall_limit(abi); ++number) {
        const SyscallRow* row = row_of({abi, number});
        size += row != nullptr && !multiplexer_of({abi, number}) && (row->classes & bit_of(name)) != 0 ? 1 : 0;
    }
    return size;
}

TEST(SyscallClasses, DescHasTheseMembers) {
    EXPECT_EQ(members("%desc"), words(R"(
        _llseek _newselect bpf cachestat close copy_file_range creat dup dup2 dup3 epoll_create epoll_create1 epoll_ctl
        epoll_pwait epoll_pwait2 epoll_wait eventfd eventfd2 execveat faccessat faccessat2 fadvise64 fadvise64_64
        fallocate fanotify_init fanotify_mark fchdir fchmod fchmodat fchmodat2 fchown fchown32 fchownat fcntl fcntl64
        fdatasync fgetxattr file_getattr file_setattr finit_module flistxattr flock fremovexattr fsconfig fsetxattr
        fsmount fsopen fspick fstat fstat64 fstatat64 fstatfs fstatfs64 fsync ftruncate ftruncate64 futimesat getdents
        getdents64 getxattrat inotify_add_watch inotify_init inotify_init1 inotify_rm_watch io_uring_enter
        io_uring_register io_uring_setup ioctl kexec_file_load landlock_add_rule landlock_create_ruleset
        landlock_restrict_self linkat listxattrat lseek memfd_create memfd_secret mkdirat mknodat mmap mmap2
        mount_setattr move_mount mq_getsetattr mq_notify mq_open mq_timedreceive mq_timedreceive_time64 mq_timedsend
        mq_timedsend_time64 name_to_handle_at newfstatat oldfstat open open_by_handle_at open_tree open_tree_attr openat
        openat2 perf_event_open pidfd_getfd pidfd_open pidfd_send_signal pipe pipe2 poll ppoll ppoll_time64 pread64
        preadv preadv2 process_madvise process_mrelease pselect6 pselect6_time64 pwrite64 pwritev pwritev2 quotactl_fd
        read readahead readdir readlinkat readv removexattrat renameat renameat2 select sendfile sendfile64 setns
        setxattrat signalfd signalfd4 socketcall splice statx symlinkat sync_file_range syncfs tee timerfd_create
        timerfd_gettime timerfd_gettime64 timerfd_settime timerfd_settime64 unlinkat userfaultfd utimensat
        utimensat_time64 vmsplice write writev
    )"));
}

TEST(SyscallClasses, FileHasTheseMembers) {
    EXPECT_EQ(members("%file"), words(R"(
        access acct chdir chmod chown chown32 chroot creat execve execveat faccessat faccessat2 fanotify_mark fchmodat
        fchmodat2 fchownat file_getattr file_setattr fsconfig fspick fstatat64 futimesat getcwd getxattr getxattrat
        inotify_add_watch lchown lchown32 lgetxattr link linkat listxattr listxattrat llistxattr lremovexattr lsetxattr
        lstat lstat64 mkdir mkdirat mknod mknodat mount mount_setattr move_mount name_to_handle_at newfstatat oldlstat
        oldstat open open_tree open_tree_attr openat openat2 pivot_root quotactl readlink readlinkat removexattr
        removexattrat rename renameat renameat2 rmdir setxattr setxattrat stat stat64 statfs statfs64 statx swapoff
        swapon symlink symlinkat truncate truncate64 umount umount2 unlink unlinkat uselib utime utimensat
        utimensat_time64 utimes
    )"));
}

TEST(SyscallClasses, MemoryHasTheseMembers) {
    EXPECT_EQ(members("%memory"), words(R"(
        break brk get_mempolicy io_destroy io_setup io_uring_register madvise map_shadow_stack mbind migrate_pages
        mincore mlock mlock2 mlockall mmap mmap2 move_pages mprotect mremap mseal msync munlock munlockall munmap
        pkey_mprotect remap_file_pages set_mempolicy set_mempolicy_home_node shmat shmdt
    )"));
}

TEST(SyscallClasses, ProcessHasTheseMembers) {
    EXPECT_EQ(members("%process"), words(R"(
        clone clone3 execve execveat exit exit_group fork kill pidfd_send_signal rt_sigqueueinfo rt_tgsigqueueinfo
        tgkill tkill vfork wait4 waitid waitpid
    )"));
}

TEST(SyscallClasses, SignalHasTheseMembers) {
    EXPECT_EQ(members("%signal"), words(R"(
        io_uring_enter kill pause pidfd_send_signal rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo
        rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64 rt_tgsigqueueinfo sgetmask sigaction
        sigaltstack signal signalfd signalfd4 sigpending sigprocmask sigreturn sigsuspend ssetmask tgkill tkill
    )"));
}

TEST(SyscallClasses, IpcHasTheseMembers) {
    EXPECT_EQ(members("%ipc"), words(R"(
        ipc msgctl msgget msgrcv msgsnd semctl semget semop semtimedop semtimedop_time64 shmat shmctl shmdt shmget
    )"));
}

TEST(SyscallClasses, NetHasTheseMembers) {
    EXPECT_EQ(members("%net"), words(R"(
        accept accept4 bind connect getpeername getpmsg getsockname getsockopt listen putpmsg recv recvfrom recvmmsg
        recvmmsg_time64 recvmsg send sendfile sendfile64 sendmmsg sendmsg sendto setsockopt shutdown socket socketpair
    )"));
}

TEST(SyscallClasses, CredsHasTheseMembers) {
    EXPECT_EQ(members("%creds"), words(R"(
        capget capset getegid getegid32 geteuid geteuid32 getgid getgid32 getgroups getgroups32 getresgid getresgid32
        getresuid getresuid32 getuid getuid32 prctl setfsgid setfsgid32 setfsuid setfsuid32 setgid setgid32 setgroups
        setgroups32 setregid setregid32 setresgid setresgid32 setresuid setresuid32 setreuid setreuid32 setuid setuid32
    )"));
}

TEST(SyscallClasses, StatHasTheseMembers) {
    EXPECT_EQ(members("%stat"), words(R"(
        oldstat stat stat64
    )"));
}

TEST(SyscallClasses, LstatHasTheseMembers) {
    EXPECT_EQ(members("%lstat"), words(R"(
        lstat lstat64 oldlstat
    )"));
}

TEST(SyscallClasses, FstatHasTheseMembers) {
    EXPECT_EQ(members("%fstat"), words(R"(
        fstat fstat64 fstatat64 newfstatat oldfstat statx
    )"));
}

TEST(SyscallClasses, EveryStatHasTheseMembers) {
    EXPECT_EQ(members("%%stat"), words(R"(
        fstat fstat64 fstatat64 lstat lstat64 newfstatat oldfstat oldlstat oldstat stat stat64 statx
    )"));
}

TEST(SyscallClasses, StatfsHasTheseMembers) {
    EXPECT_EQ(members("%statfs"), words(R"(
        statfs statfs64
    )"));
}

TEST(SyscallClasses, FstatfsHasTheseMembers) {
    EXPECT_EQ(members("%fstatfs"), words(R"(
        fstatfs fstatfs64
    )"));
}

TEST(SyscallClasses, EveryStatfsHasTheseMembers) {
    EXPECT_EQ(members("%%statfs"), words(R"(
        fstatfs fstatfs64 statfs statfs64 ustat
    )"));
}

TEST(SyscallClasses, ClockHasTheseMembers) {
    EXPECT_EQ(members("%clock"), words(R"(
        adjtimex clock_adjtime clock_adjtime64 clock_getres clock_getres_time64 clock_gettime clock_gettime64
        clock_settime clock_settime64 gettimeofday settimeofday time
    )"));
}

TEST(SyscallClasses, PureHasTheseMembers) {
    EXPECT_EQ(members("%pure"), words(R"(
        getegid getegid32 geteuid geteuid32 getgid getgid32 getpgrp getpid getppid gettid getuid getuid32
    )"));
}

TEST(SyscallClasses, HaveTheseSizesOnX86_64) {
    const std::vector<std::pair<std::string_view, std::size_t>> sizes{{"%file", 75},   {"%desc", 132}, {"%net", 21},    {"%process", 16},
                                                                      {"%signal", 17}, {"%ipc", 12},   {"%memory", 28}, {"%creds", 19},
                                                                      {"%clock", 8},   {"%pure", 8}};
    for (const auto& [name, size] : sizes) {
        EXPECT_EQ(size_on(Abi::x86_64, name), size) << name;
    }
}

TEST(SyscallClasses, NetAndNetworkAreOneClass) {
    EXPECT_NE(bit_of("%net"), syscall_class::none);
    EXPECT_EQ(bit_of("%net"), bit_of("%network"));
}

TEST(SyscallClasses, OnlySevenHaveAnOldSpelling) {
    std::vector<std::string> old;
    for (const ClassRow& row : syscall_classes()) {
        if (!row.old_name.empty()) {
            old.emplace_back(row.old_name);
        }
    }
    std::sort(old.begin(), old.end());
    EXPECT_EQ(old, words("desc file ipc memory network process signal"));
}

TEST(SyscallClasses, EveryBitOfARowIsAClass) {
    std::uint32_t known = 0;
    for (const ClassRow& row : syscall_classes()) {
        known |= row.bit;
    }
    for (const SyscallRow* row : syscall_rows()) {
        EXPECT_EQ(row->classes & ~known, 0u) << row->name;
    }
}

}  // namespace
}  // namespace troupe
