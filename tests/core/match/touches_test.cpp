#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/syscall.h>

#include "tests/support/fake_memory.hpp"
#include "troupe/core/path_match.hpp"

namespace troupe {
namespace {

using Numbers = std::vector<int>;
using Texts = std::vector<std::string>;

constexpr std::uint64_t in_memory = 0x1000;

class Touches : public testing::Test {
 protected:
    bool ask(long number, const Arguments& args, bool answer = false) {
        return touches({{Abi::x86_64, static_cast<std::uint32_t>(number)}, args, 1, memory_}, {[&](std::string_view path) {
                                                                                                   paths_.emplace_back(path);
                                                                                                   return answer;
                                                                                               },
                                                                                               [&](int fd) {
                                                                                                   descriptors_.push_back(fd);
                                                                                                   return answer;
                                                                                               }});
    }

    tests::FakeMemory memory_;
    Texts paths_;
    Numbers descriptors_;
};

TEST_F(Touches, PathsAndDescriptorsAreAskedAboutInTheirOrder) {
    memory_.put(in_memory, std::string("/a\0", 3));
    EXPECT_FALSE(ask(SYS_openat, {7, in_memory, O_RDONLY}));
    EXPECT_EQ(descriptors_, Numbers{7});
    EXPECT_EQ(paths_, Texts{"/a"});
}

TEST_F(Touches, TheFirstYesEndsTheQuestions) {
    memory_.put(in_memory, std::string("/a\0", 3));
    EXPECT_TRUE(ask(SYS_openat, {7, in_memory, O_RDONLY}, true));
    EXPECT_EQ(descriptors_, Numbers{7});
    EXPECT_TRUE(paths_.empty());
}

TEST_F(Touches, WhatIsNoDescriptorAndWhatCannotBeReadIsNotAskedAbout) {
    EXPECT_FALSE(ask(SYS_openat, {static_cast<std::uint64_t>(AT_FDCWD), 0xdead0000}, true));
    EXPECT_FALSE(ask(SYS_openat, {static_cast<std::uint64_t>(AT_FDCWD), 0}, true));
    EXPECT_FALSE(ask(SYS_read, {static_cast<std::uint64_t>(-1)}, true));
}

TEST_F(Touches, TheTextOfASymbolicLinkIsNotLookedUp) {
    memory_.put(in_memory, std::string("/text\0", 6));
    memory_.put(in_memory + 0x100, std::string("/link\0", 6));
    EXPECT_FALSE(ask(SYS_symlink, {in_memory, in_memory + 0x100}));
    EXPECT_FALSE(ask(SYS_symlinkat, {in_memory, 7, in_memory + 0x100}));
    EXPECT_EQ(paths_, (Texts{"/link", "/link"}));
    EXPECT_EQ(descriptors_, Numbers{7});
}

TEST_F(Touches, ADescriptorOfAnotherProcessIsNotMeant) {
    EXPECT_FALSE(ask(438, {7, 9, 0}));  // pidfd_getfd
    EXPECT_EQ(descriptors_, Numbers{7});
}

TEST_F(Touches, WhatACommandMakesAPathIsOne) {
    memory_.put(in_memory, std::string("/a\0", 3));
    EXPECT_FALSE(ask(431, {5, 3, 0, in_memory, 7}));  // fsconfig, FSCONFIG_SET_PATH
    EXPECT_EQ(paths_, Texts{"/a"});
    EXPECT_EQ(descriptors_, (Numbers{5, 7}));
    EXPECT_FALSE(ask(431, {5, 1, 0, in_memory, 7}));  // FSCONFIG_SET_STRING
    EXPECT_EQ(paths_, Texts{"/a"});
    EXPECT_EQ(descriptors_, (Numbers{5, 7, 5}));
}

TEST_F(Touches, CallsWithPathsOrDescriptorsAreThoseThatTouch) {
    const SyscallSet calls = calls_that_touch();
    for (const long number : {SYS_read, SYS_open, SYS_openat, SYS_rename, SYS_poll, SYS_select, SYS_mmap, SYS_symlink, SYS_fchdir}) {
        EXPECT_TRUE(calls.contains({Abi::x86_64, static_cast<std::uint32_t>(number)})) << number;
    }
    for (const long number : {SYS_getpid, SYS_brk, SYS_futex, SYS_exit_group, SYS_rt_sigaction}) {
        EXPECT_FALSE(calls.contains({Abi::x86_64, static_cast<std::uint32_t>(number)})) << number;
    }
}

TEST_F(Touches, ACallThatNoTableKnowsTouchesNothing) { EXPECT_FALSE(ask(999, {1, 2, 3}, true)); }

TEST_F(Touches, OfPollTheDescriptorsBehindThePointerAreMeant) {
    const pollfd polled[] = {{3, POLLIN, 0}, {-1, POLLIN, 0}, {5, POLLOUT, 0}};
    memory_.put_object(in_memory, polled);
    EXPECT_FALSE(ask(SYS_poll, {in_memory, 3, 0}));
    EXPECT_EQ(descriptors_, (Numbers{3, 5}));
    descriptors_.clear();
    EXPECT_FALSE(ask(SYS_poll, {in_memory, 1'000'000'000, 0}));
    EXPECT_EQ(descriptors_, (Numbers{3, 5})) << "what there is memory for";
}

TEST_F(Touches, OfSelectTheBitsBelowTheCountAreMeant) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(4, &set);
    FD_SET(9, &set);
    memory_.put_object(in_memory, set);
    EXPECT_FALSE(ask(SYS_select, {9, in_memory, 0, 0, 0}));
    EXPECT_EQ(descriptors_, Numbers{4});
    EXPECT_FALSE(ask(SYS_select, {~std::uint64_t{0}, in_memory, 0, 0, 0}));
    EXPECT_EQ(descriptors_, (Numbers{4, 4, 9}));
}

}  // namespace
}  // namespace troupe
