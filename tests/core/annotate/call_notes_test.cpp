#include "troupe/core/call_notes.hpp"

#include <gtest/gtest.h>
#include <linux/kvm.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace troupe {
namespace {

class OwnMemory final : public Memory {
 public:
    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        std::memcpy(out.data(), reinterpret_cast<const void*>(address), out.size());
        return out.size();
    }
    StringEnd read_string(std::uint64_t, std::size_t, std::string&) override { return StringEnd::fault; }
    Written write(std::uint64_t, std::span<const std::byte>) override { return Written::fault; }
};

std::string own_namespace(const char* kind) {
    std::array<char, 64> target{};
    const ssize_t length = ::readlink((std::string("/proc/self/ns/") + kind).c_str(), target.data(), target.size());
    return std::string(target.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
}

class CallNotesTest : public testing::Test {
 protected:
    std::string note(std::uint32_t number, const Arguments& args, std::int64_t result = 0) {
        CallNotes notes(choice);
        return note_text(notes, {{Abi::x86_64, number}, args, result, ::getpid(), memory});
    }
    OwnMemory memory;
    NoteChoice choice{.new_namespaces = true, .vcpu_exits = true};
};

TEST_F(CallNotesTest, NamespacesThatACallEntersAreNamed) {
    EXPECT_EQ(note(SYS_unshare, {CLONE_NEWNS | CLONE_NEWUTS | CLONE_FILES}),
              " (" + own_namespace("mnt") + ", " + own_namespace("uts") + ")");
    EXPECT_EQ(note(SYS_unshare, {CLONE_FILES}), "");
    EXPECT_EQ(note(SYS_unshare, {CLONE_NEWPID}), " (" + own_namespace("pid_for_children") + ")");
    EXPECT_EQ(note(SYS_setns, {0, CLONE_NEWNET}), " (" + own_namespace("net") + ")");
    choice.new_namespaces = false;
    EXPECT_EQ(note(SYS_unshare, {CLONE_NEWNS}), "");
}

TEST_F(CallNotesTest, NamespacesOfANewChildAreItsOwn) {
    EXPECT_EQ(note(SYS_clone, {CLONE_NEWUSER | SIGCHLD}, ::getpid()), " (" + own_namespace("user") + ")");
    EXPECT_EQ(note(SYS_clone, {0x80}, ::getpid()), "") << "that is a part of the signal";
    std::uint64_t flags = CLONE_NEWIPC;
    EXPECT_EQ(note(SYS_clone3, {reinterpret_cast<std::uintptr_t>(&flags), 64}, ::getpid()), " (" + own_namespace("ipc") + ")");
}

TEST_F(CallNotesTest, OfOtherCallsNothingIsSaid) {
    EXPECT_EQ(note(SYS_getppid, {}, 1), "");
    EXPECT_EQ(note(SYS_ioctl, {0, KVM_RUN}), "") << "it is no virtual CPU";
    EXPECT_EQ(note(SYS_ioctl, {0, 0x5401}), "");
}

}  // namespace
}  // namespace troupe
