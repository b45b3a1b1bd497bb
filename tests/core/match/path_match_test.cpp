#include "troupe/core/path_match.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/fake_memory.hpp"
#include "tests/support/scratch.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t here = 0x1000;
constexpr auto current_directory = static_cast<std::uint64_t>(AT_FDCWD);

class PathMatch : public testing::Test {
 protected:
    bool matches(long number, const Arguments& args, const std::vector<WantedPath>& paths) {
        return touches_path({{Abi::x86_64, static_cast<std::uint32_t>(number)}, args, ::getpid(), memory_}, paths);
    }

    tests::Scratch scratch_;
    const std::string file_ = std::filesystem::canonical(scratch_.write("file", "x"));
    const std::string link_ = scratch_.path("link");
    tests::FakeMemory memory_;
};

TEST_F(PathMatch, PathArgumentsMatchAsTheyAre) {
    memory_.put(here, std::string("/etc/passwd\0", 12));
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here}, {wanted_path("/x"), wanted_path("/etc/passwd")}));
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, {wanted_path("/etc"), wanted_path("/etc/./passwd")}));
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, {}));
}

TEST_F(PathMatch, DescriptorsMatchByTheirRealPath) {
    std::filesystem::create_symlink(file_, link_);
    const UniqueFd fd(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
    const Arguments reads{static_cast<std::uint64_t>(fd.get())};
    EXPECT_TRUE(matches(SYS_read, reads, {wanted_path(file_)}));
    EXPECT_TRUE(matches(SYS_read, reads, {wanted_path(link_)}));
    EXPECT_FALSE(matches(SYS_read, reads, {wanted_path("/nowhere")}));
    EXPECT_FALSE(matches(SYS_read, {999}, {wanted_path(file_)}));
}

TEST_F(PathMatch, APathIsResolvedOnceItIsThere) {
    WantedPaths paths;
    EXPECT_EQ(paths.find(link_).real, "");
    std::filesystem::create_symlink(file_, link_);
    EXPECT_EQ(paths.find(link_).real, file_) << "what was not there is looked for again";
    std::filesystem::remove(link_);
    EXPECT_EQ(paths.find(link_).real, file_);
    EXPECT_EQ(paths.find(link_).as_given, link_);
}

}  // namespace
}  // namespace troupe
