#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

using DescriptorDetails = KeywordSet<DescriptorDetail>;
using ProcessDetails = KeywordSet<ProcessDetail>;

DescriptorDetails descriptors_of(const Words& options) { return with(options).engine.printing.annotations.descriptors; }
ProcessDetails processes_of(const Words& options) { return with(options).engine.printing.annotations.processes; }

TEST(AnnotationOptions, DescriptorsAreNumbersUnlessAskedFor) {
    EXPECT_EQ(descriptors_of({}), DescriptorDetails{});
    EXPECT_EQ(descriptors_of({"-y"}), DescriptorDetails{DescriptorDetail::path});
    EXPECT_EQ(descriptors_of({"--decode-fds"}), DescriptorDetails{DescriptorDetail::path});
    for (const Words& all : {Words{"-yy"}, {"-y", "-y"}, {"-yyy"}, {"--decode-fds=all"}, {"-e", "decode-fd=all"}}) {
        EXPECT_EQ(descriptors_of(all), DescriptorDetails::all());
    }
    EXPECT_EQ(descriptors_of({"-e", "decode-fds=socket,DEV"}), (DescriptorDetails{DescriptorDetail::socket, DescriptorDetail::device}));
    EXPECT_EQ(descriptors_of({"--decode-fds=all", "--decode-fds=pidfd,eventfd,signalfd"}),
              (DescriptorDetails{DescriptorDetail::pidfd, DescriptorDetail::eventfd, DescriptorDetail::signalfd}));
    EXPECT_FALSE(descriptors_of({"--decode-fds=!path"}).contains(DescriptorDetail::path));
    EXPECT_EQ(descriptors_of({"--decode-fds=none"}), DescriptorDetails{});
}

TEST(AnnotationOptions, TheLetterAndTheNameExcludeEachOther) {
    for (const Words& both :
         {Words{"-y", "--decode-fds=all", "true"}, {"--decode-fds", "-y", "true"}, {"-yy", "-e", "decode-fd=none", "true"}}) {
        EXPECT_EQ(reason_of(both), "troupe: -y and --decode-fds cannot be provided simultaneously");
    }
}

TEST(AnnotationOptions, OtherWordsAreRefused) {
    EXPECT_EQ(reason_of({"--decode-fds=foo", "true"}), "troupe: invalid decode-fds 'foo'");
    EXPECT_EQ(reason_of({"--decode-fds=path,!dev", "true"}), "troupe: invalid decode-fds '!dev'");
    EXPECT_EQ(reason_of({"-e", "decode-fds=", "true"}), "troupe: invalid decode-fds ''");
    EXPECT_EQ(reason_of({"--decode-pids=foo", "true"}), "troupe: invalid decode-pids 'foo'");
}

TEST(AnnotationOptions, TheLastOneSaysWhatIsToldOfProcesses) {
    EXPECT_EQ(processes_of({}), ProcessDetails{});
    EXPECT_EQ(processes_of({"-Y"}), ProcessDetails{ProcessDetail::comm});
    EXPECT_EQ(processes_of({"-Y", "--decode-pids=comm"}), ProcessDetails{ProcessDetail::comm});
    EXPECT_EQ(processes_of({"-e", "decode-pid=pidns,comm"}), ProcessDetails::all());
    EXPECT_EQ(processes_of({"-Y", "--pidns-translation"}), ProcessDetails{ProcessDetail::ours});
    EXPECT_EQ(processes_of({"--pidns", "-Y"}), ProcessDetails{ProcessDetail::comm});
}

TEST(AnnotationOptions, OfLinesHaveNoEffectWhereThereAreNone) {
    EXPECT_EQ(with({"-c", "-yy"}).warnings, Words{"troupe: -y/--decode-fds has no effect with -c/--summary-only"});
    EXPECT_TRUE(with({"-c", "-Y"}).warnings.empty());
}

}  // namespace
}  // namespace troupe::options::test
