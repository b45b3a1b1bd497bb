#include "troupe/core/circumstances.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/support/fake_memory.hpp"

namespace troupe {
namespace {

class CircumstancesOfACall : public testing::Test {
 protected:
    bool hold(const Circumstances& asked, long number, const Arguments& args) {
        return asked.hold({{Abi::x86_64, static_cast<std::uint32_t>(number)}, args, ::getpid(), memory_}, task_);
    }

    tests::FakeMemory memory_;
    TaskFacts task_{.id = {::getpid(), 1}, .process = ::getpid(), .lineage = Lineage::root(0)};
};

TEST_F(CircumstancesOfACall, AThreadIsMeantByItsNumberItsNameOrItsLineage) {
    Lineage root = Lineage::root(0);
    task_.lineage = root.next_child().next_child();
    ASSERT_EQ(::prctl(PR_SET_NAME, "0wner of-it"), 0);
    for (const char* text : {"0.1.1", "0.*", "0.1.?", "0wner of-it", "0wner*"}) {
        EXPECT_TRUE(ThreadPattern(text).matches(task_)) << text;
    }
    for (const char* text : {"0", "0.1", "1*", "wner", "", "0.1.1.1"}) {
        EXPECT_FALSE(ThreadPattern(text).matches(task_)) << text;
    }
    EXPECT_TRUE(ThreadPattern(::getpid()).matches(task_));
    EXPECT_FALSE(ThreadPattern(::getpid() + 1).matches(task_));
    task_.lineage = {};
    EXPECT_FALSE(ThreadPattern("0*").matches(task_)) << "it is not known";
}

TEST_F(CircumstancesOfACall, ADescriptorIsWithinBounds) {
    const Circumstances asked{.descriptors = {{3, 3}, {10, 12}}};
    EXPECT_TRUE(hold(asked, SYS_read, {3}));
    EXPECT_TRUE(hold(asked, SYS_dup2, {7, 11}));
    EXPECT_FALSE(hold(asked, SYS_dup2, {4, 13}));
    EXPECT_FALSE(hold(asked, SYS_getpid, {3}));
}

TEST_F(CircumstancesOfACall, OneOfEachKindHasToHold) {
    memory_.put(0x1000, std::string("/etc/passwd\0", 12));
    const Circumstances asked{
        .files = {.paths = {wanted_path("/etc/passwd")}}, .descriptors = {{3, 3}}, .threads = {ThreadPattern("0"), ThreadPattern("1")}};
    EXPECT_TRUE(hold(asked, SYS_openat, {3, 0x1000}));
    EXPECT_FALSE(hold(asked, SYS_openat, {4, 0x1000}));
    EXPECT_FALSE(hold(asked, SYS_openat, {3, 0x1001}));
    task_.lineage = Lineage::root(2);
    EXPECT_FALSE(hold(asked, SYS_openat, {3, 0x1000}));
}

TEST(DescriptorPlaces, AreRegistersUnlessMemoryHasThem) {
    const auto places = [](long number) { return descriptor_places({Abi::x86_64, static_cast<std::uint32_t>(number)}); };
    EXPECT_EQ(places(SYS_dup2).registers, (std::vector<std::uint8_t>{0, 1}));
    EXPECT_FALSE(places(SYS_dup2).elsewhere);
    EXPECT_TRUE(places(SYS_poll).elsewhere);
    EXPECT_FALSE(places(SYS_getpid).any());
    EXPECT_FALSE(places(SYS_rename).any());
    EXPECT_TRUE(may_touch({Abi::x86_64, SYS_rename}));
    EXPECT_FALSE(may_touch({Abi::x86_64, SYS_getpid}));
    EXPECT_FALSE(may_touch({Abi::x86_64, 9999}));
}

}  // namespace
}  // namespace troupe
