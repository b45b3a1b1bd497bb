#include <filesystem>

#include "tests/support/scratch.hpp"
#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

using Statuses = KeywordSet<CallStatus>;

Statuses statuses_of(const Words& words) { return with(words).engine.output.endings.statuses; }
WantedFiles files_of(const Words& words) { return with(words).engine.printing.files; }

TEST(FilteringOptions, CallsAreShownHoweverTheyEnd) { EXPECT_EQ(statuses_of({}), Statuses::all()); }

TEST(FilteringOptions, TheLastSetOfStatusesHolds) {
    EXPECT_EQ(statuses_of({"-e", "status=failed,DETACHED"}), (Statuses{CallStatus::failed, CallStatus::detached}));
    EXPECT_EQ(statuses_of({"--status=!successful,failed"}),
              (Statuses{CallStatus::unfinished, CallStatus::unavailable, CallStatus::detached}));
    EXPECT_EQ(statuses_of({"--status=none"}), Statuses{});
    EXPECT_EQ(statuses_of({"--status=unfinished", "-Z"}), Statuses{CallStatus::failed});
    EXPECT_EQ(statuses_of({"-z", "--status=unfinished"}), Statuses{CallStatus::unfinished});
    EXPECT_EQ(statuses_of({"--successful-only"}), Statuses{CallStatus::successful});
    EXPECT_EQ(statuses_of({"--failing-only"}), statuses_of({"--failed-only"}));
    EXPECT_EQ(reason_of({"--status=", "true"}), "troupe: invalid status ''");
    EXPECT_EQ(reason_of({"--status=failed,all", "true"}), "troupe: invalid status 'all'");
}

TEST(FilteringOptions, ErrorsAreStatusesToo) {
    const auto endings = with({"-e", "status=ENOENT,unfinished,eacces"}).engine.output.endings;
    EXPECT_EQ(endings.statuses, Statuses{CallStatus::unfinished});
    EXPECT_EQ(endings.errors, (std::vector<std::uint32_t>{ENOENT, EACCES}));
    EXPECT_TRUE(endings.contain(CallStatus::failed, ENOENT));
    EXPECT_FALSE(endings.contain(CallStatus::failed, EPERM));
    EXPECT_FALSE(endings.contain(CallStatus::successful));
    EXPECT_EQ(statuses_of({"--status=ENOENT"}), Statuses{});
    EXPECT_EQ(reason_of({"--status=ENOENT,EWHAT", "true"}), "troupe: invalid status 'EWHAT'");
    EXPECT_EQ(reason_of({"--status=!ENOENT", "true"}), "troupe: invalid status 'ENOENT' (an error in a set that is inverted)");
}

TEST(FilteringOptions, ShortcutsForStatusesTogetherAreWarnedOf) {
    const std::string warning =
        "troupe: Only the last of -z/--successful-only/-Z/--failed-only options will take effect. "
        "See status qualifier for more complex filters.";
    EXPECT_EQ(with({"-z"}).warnings, Words{});
    EXPECT_EQ(with({"-z", "--status=failed"}).warnings, Words{});
    EXPECT_EQ(with({"-z", "-Z"}).warnings, Words{warning});
    EXPECT_EQ(with({"-zz"}).warnings, Words{warning});
    EXPECT_EQ(statuses_of({"-Z", "-z"}), Statuses{CallStatus::successful});
}

TEST(FilteringOptions, DescriptorsHaveFourQualifiersAndTwoNames) {
    EXPECT_FALSE(files_of({}).descriptors);
    for (const Words& words : {Words{"-e", "fd=3"}, Words{"-e", "fds=3"}, Words{"-e", "trace-fd=3"}, Words{"-e", "trace-fds=3"},
                               Words{"--trace-fd=3"}, Words{"--trace-fds=3"}, Words{"--trace-fds=7", "--trace-fds=3"}}) {
        const auto descriptors = files_of(words).descriptors;
        ASSERT_TRUE(descriptors);
        EXPECT_TRUE(descriptors->contains(3));
        EXPECT_FALSE(descriptors->contains(7));
    }
    EXPECT_TRUE(files_of({"--trace-fds=none"}).descriptors);
    EXPECT_EQ(reason_of({"-e", "fds=x", "true"}), "troupe: invalid descriptor 'x'");
}

TEST(FilteringOptions, PathsAddUpAndAreResolvedWhichIsSaid) {
    const tests::Scratch scratch;
    const std::string file = std::filesystem::canonical(scratch.write("file", ""));
    const std::string link = scratch.path("link");
    std::filesystem::create_symlink(file, link);
    const Settings settings = with({"-P", link, "--trace-path=" + file, "-P", "/nowhere"});
    const auto& paths = settings.engine.printing.files.paths;
    ASSERT_EQ(paths.size(), 3U);
    EXPECT_EQ(paths[0].as_given, link);
    EXPECT_EQ(paths[0].real, file);
    EXPECT_EQ(paths[2].real, "");
    EXPECT_EQ(settings.warnings, Words{"troupe: Requested path \"" + link + "\" resolved into \"" + file + "\""});
    EXPECT_EQ(with({"--quiet=path-resolution", "-P", link}).warnings, Words{});
}

TEST(FilteringOptions, APathThatIsNotThereMayBeAPattern) {
    EXPECT_EQ(files_of({"-P", "/etc/*", "-P", "/nowhere"}).patterns.size(), 1U);
    EXPECT_EQ(files_of({"-P", "/etc/*", "-P", "/nowhere"}).paths.size(), 2U);
}

TEST(FilteringOptions, SecurityContextsAreASetOfTwo) {
    for (const char* option : {"--secontext=none", "--secontext=!full,mismatch"}) {
        EXPECT_EQ(with({option}).warnings, Words{});
    }
    EXPECT_EQ(reason_of({"--secontext=foo", "true"}), "troupe: invalid secontext 'foo'");
    if (std::filesystem::exists("/sys/fs/selinux/enforce")) {
        EXPECT_NE(reason_of({"--secontext", "true"}), "");
    } else {
        EXPECT_EQ(with({"--secontext", "-e", "secontext=full,mismatch"}).warnings, Words{});
    }
}

}  // namespace
}  // namespace troupe::options::test
