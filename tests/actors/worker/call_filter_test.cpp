#include "actors/worker/call_filter.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

/// We are the tracee: our memory and our descriptors.
class CallFilterTest : public testing::Test {
 protected:
    bool passes(const WantedFiles& files, long number, const Arguments& args) {
        return CallFilter(files).passes(tracee_, {.call = {Abi::x86_64, static_cast<std::uint32_t>(number)}, .args = args});
    }
    static std::uint64_t address_of(const char* text) { return reinterpret_cast<std::uint64_t>(text); }

    Tracee tracee_{TaskFacts{.id = {::getpid(), 1}}};
};

TEST_F(CallFilterTest, LetsEveryCallPassWhereNoFileIsNamed) {
    EXPECT_TRUE(passes({}, SYS_getpid, {}));
    EXPECT_TRUE(passes({}, 4711, {}));
}

TEST_F(CallFilterTest, LetsCallsPassThatTouchANamedFile) {
    const UniqueFd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const WantedFiles files{.paths = {wanted_path("/dev/null")}};
    EXPECT_TRUE(passes(files, SYS_chdir, {address_of("/dev/null")}));
    EXPECT_FALSE(passes(files, SYS_chdir, {address_of("/dev/full")}));
    EXPECT_TRUE(passes(files, SYS_read, {static_cast<std::uint64_t>(fd.get())}));
    EXPECT_FALSE(passes(files, SYS_getpid, {}));
    EXPECT_FALSE(passes(files, 4711, {}));
}

}  // namespace
}  // namespace troupe
