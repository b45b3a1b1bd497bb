#include "troupe/core/tracee_memory.hpp"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

#include "tests/core/memory/pages.hpp"

namespace troupe {
namespace {

using tests::bytes_of;
using tests::page;
using tests::Pages;

std::string read_text(Memory& memory, std::uint64_t address, std::size_t size) {
    std::string text(size, '?');
    text.resize(memory.read(address, std::as_writable_bytes(std::span(text))));
    return text;
}

TEST(TraceeMemoryRead, BringsWhatIsThere) {
    const Pages pages(1);
    pages.put(10, "between");
    TraceeMemory memory(::getpid());
    EXPECT_EQ(read_text(memory, pages.address(10), 7), "between");
    EXPECT_EQ(read_text(memory, pages.address(10), 0), "");
}

TEST(TraceeMemoryRead, ComesBackShortWhereThePageEnds) {
    const Pages pages(2);
    pages.put(page - 5, "12345");
    pages.unmap(1);
    TraceeMemory memory(::getpid());
    EXPECT_EQ(read_text(memory, pages.address(page - 5), 100), "12345");
    EXPECT_EQ(read_text(memory, pages.address(page - 5), 5), "12345");
    EXPECT_EQ(read_text(memory, pages.address(page), 1), "");
}

TEST(TraceeMemoryRead, ComesBackShortWhereAPageMayNotBeRead) {
    const Pages pages(3);
    pages.put(2 * page - 3, "abc");
    pages.protect(2, PROT_NONE);
    TraceeMemory memory(::getpid());
    std::string text(page + 100, '?');
    EXPECT_EQ(memory.read(pages.address(page), std::as_writable_bytes(std::span(text))), page);
    EXPECT_EQ(text.substr(page - 3, 4), "abc?");
}

TEST(TraceeMemoryRead, GoesOnOverManyPages) {
    constexpr std::size_t many = 300;
    const Pages pages(many);
    for (std::size_t number = 0; number < many; ++number) {
        *pages.at(number * page) = static_cast<char>('a' + number % 26);
    }
    TraceeMemory memory(::getpid());
    std::string text(many * page, '?');
    EXPECT_EQ(memory.read(pages.address(0), std::as_writable_bytes(std::span(text))), text.size());
    EXPECT_TRUE(text == pages.text(0, text.size()));
}

TEST(TraceeMemoryRead, OfAnObjectIsAllOrNothing) {
    const Pages pages(2);
    pages.put(page - 4, "\x01\x02\x03\x04");
    pages.unmap(1);
    TraceeMemory memory(::getpid());
    std::uint32_t word = 0;
    EXPECT_TRUE(memory.read_object(pages.address(page - 4), word));
    EXPECT_EQ(word, 0x04030201U);
    std::uint64_t longer = 0;
    EXPECT_FALSE(memory.read_object(pages.address(page - 4), longer));
}

TEST(TraceeMemoryRead, OfAddressesThatNobodyHasBringsNothing) {
    TraceeMemory memory(::getpid());
    EXPECT_EQ(read_text(memory, 0, 8), "");
    EXPECT_EQ(read_text(memory, ~std::uint64_t{0} - 3, 8), "");
    EXPECT_EQ(read_text(memory, std::uint64_t{1} << 63, 8), "");
}

TEST(TraceeMemoryReadString, EndsAtItsNul) {
    const Pages pages(1);
    pages.put(0, std::string_view("first\0second", 13));
    TraceeMemory memory(::getpid());
    std::string text = "what was there";
    EXPECT_EQ(memory.read_string(pages.address(0), 100, text), StringEnd::terminated);
    EXPECT_EQ(text, "first");
    EXPECT_EQ(memory.read_string(pages.address(5), 100, text), StringEnd::terminated);
    EXPECT_EQ(text, "");
}

TEST(TraceeMemoryReadString, TakesNoMoreThanItsLimit) {
    const Pages pages(1);
    pages.put(0, "123456");
    TraceeMemory memory(::getpid());
    std::string text;
    EXPECT_EQ(memory.read_string(pages.address(0), 6, text), StringEnd::limit) << "the NUL is the seventh byte";
    EXPECT_EQ(text, "123456");
    EXPECT_EQ(memory.read_string(pages.address(0), 7, text), StringEnd::terminated);
    EXPECT_EQ(text, "123456");
    EXPECT_EQ(memory.read_string(pages.address(0), 0, text), StringEnd::limit);
    EXPECT_EQ(text, "");
}

TEST(TraceeMemoryReadString, CrossesPagesAndIsWhole) {
    const Pages pages(4);
    const std::string expected = std::string(page - 3, 'x') + std::string(page, 'y') + "end";
    pages.put(page + 3, expected);
    TraceeMemory memory(::getpid());
    std::string text;
    EXPECT_EQ(memory.read_string(pages.address(page + 3), 100'000, text), StringEnd::terminated);
    EXPECT_TRUE(text == expected) << text.size();
}

TEST(TraceeMemoryReadString, NeverNeedsThePageBehindItsNul) {
    const Pages pages(2);
    pages.put(page - 4, std::string_view("abc\0", 4));
    pages.unmap(1);
    TraceeMemory memory(::getpid());
    std::string text;
    EXPECT_EQ(memory.read_string(pages.address(page - 4), 100'000, text), StringEnd::terminated);
    EXPECT_EQ(text, "abc");
}

TEST(TraceeMemoryReadString, KeepsWhatCameBeforeAFault) {
    const Pages pages(2);
    pages.put(page - 4, "abcd");
    pages.unmap(1);
    TraceeMemory memory(::getpid());
    std::string text;
    EXPECT_EQ(memory.read_string(pages.address(page - 4), 100'000, text), StringEnd::fault);
    EXPECT_EQ(text, "abcd");
    EXPECT_EQ(memory.read_string(pages.address(page - 4), 4, text), StringEnd::limit) << "no more was asked for";
    EXPECT_EQ(memory.read_string(pages.address(page), 10, text), StringEnd::fault);
    EXPECT_EQ(text, "");
}

TEST(TraceeMemoryWrite, IsThereAtOnceWhereTheTraceeMayWrite) {
    const Pages pages(2);
    TraceeMemory memory(::getpid());
    EXPECT_EQ(memory.write(pages.address(page - 2), bytes_of("four")), Written::now);
    EXPECT_EQ(pages.text(page - 3, 6), std::string_view("\0four\0", 6));
    EXPECT_TRUE(memory.take_pokes().empty());
}

TEST(TraceeMemoryWrite, OfNothingSucceedsAnywhere) {
    TraceeMemory memory(::getpid());
    EXPECT_EQ(memory.write(0, {}), Written::now);
}

// Whether /proc/TID/mem may do it is up to the kernel; that reads see it, and that the owner gets what is left to do, is not.
TEST(TraceeMemoryWrite, ToAReadOnlyPageIsSeenByReadsAndDoneAtTheLatestByTheOwner) {
    const Pages pages(2);
    pages.put(page - 4, "old text");
    pages.protect(0, PROT_READ);
    pages.protect(1, PROT_READ);
    TraceeMemory memory(::getpid());
    const Written written = memory.write(pages.address(page - 4), bytes_of("NEW"));
    EXPECT_NE(written, Written::fault);
    EXPECT_EQ(read_text(memory, pages.address(page - 4), 8), "NEW text");
    const auto pokes = memory.take_pokes();
    EXPECT_EQ(pokes.size(), written == Written::now ? 0U : 1U);
    EXPECT_EQ(pages.text(page - 4, 8), written == Written::now ? "NEW text" : "old text");
}

// A shared mapping may not be written even by force, so this is the path of the pokes on every kernel.
TEST(TraceeMemoryWrite, ThatOnlyTheOwnerMayDoIsKeptForItAndSeenByReads) {
    const int fd = ::memfd_create("pages", MFD_CLOEXEC);
    ASSERT_EQ(::ftruncate(fd, page), 0);
    ASSERT_EQ(::pwrite(fd, "old text", 9, 0), 9);
    const Pages pages(1, MAP_SHARED, fd, PROT_READ);
    ::close(fd);
    TraceeMemory memory(::getpid());
    EXPECT_EQ(memory.write(pages.address(0), bytes_of("NEW")), Written::when_resumed);
    EXPECT_EQ(memory.write(pages.address(2), bytes_of("$")), Written::when_resumed);
    EXPECT_EQ(read_text(memory, pages.address(1), 5), "E$ te");
    std::string text;
    EXPECT_EQ(memory.read_string(pages.address(0), 100, text), StringEnd::terminated);
    EXPECT_EQ(text, "NE$ text");
    EXPECT_EQ(pages.text(0, 8), "old text");

    const auto pokes = memory.take_pokes();
    ASSERT_EQ(pokes.size(), 2U);
    EXPECT_EQ(pokes[0].address, pages.address(0));
    EXPECT_EQ(pokes[0].bytes.size(), 3U);
    EXPECT_EQ(pokes[1].address, pages.address(2));
    EXPECT_TRUE(memory.take_pokes().empty()) << "they are the owner's now";
    EXPECT_EQ(read_text(memory, pages.address(0), 8), "old text");
}

TEST(TraceeMemoryWrite, ToAnUnmappedPageIsAFault) {
    const Pages pages(1);
    const std::uint64_t address = pages.address(0);
    pages.unmap(0);
    TraceeMemory memory(::getpid());
    EXPECT_EQ(memory.write(address, bytes_of("text")), Written::fault);
    EXPECT_EQ(memory.write(0, bytes_of("text")), Written::fault);
    EXPECT_TRUE(memory.take_pokes().empty());
}

TEST(TraceeMemoryWrite, IntoAnUnmappedPageLeavesTheMappedOneAlone) {
    const Pages pages(2);
    pages.put(page - 4, "old.");
    pages.unmap(1);
    TraceeMemory memory(::getpid());
    EXPECT_EQ(memory.write(pages.address(page - 4), bytes_of("NEW TEXT")), Written::fault);
    EXPECT_EQ(pages.text(page - 4, 4), "old.");
    EXPECT_TRUE(memory.take_pokes().empty());
}

/// A process that has our pages of the moment of its making, and lives until this object goes away.
class Twin {
 public:
    Twin() : pid_(::fork()) {
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;) {
                ::pause();
            }
        }
    }
    Twin(const Twin&) = delete;
    Twin& operator=(const Twin&) = delete;
    ~Twin() { end(); }
    void end() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            ::waitpid(pid_, nullptr, 0);
            pid_ = 0;
        }
    }
    [[nodiscard]] pid_t pid() const { return pid_; }

 private:
    pid_t pid_;
};

TEST(TraceeMemory, IsThatOfTheTraceeAndNotOurs) {
    const Pages pages(1);
    pages.put(0, "theirs");
    const Twin twin;
    pages.put(0, "ours.");
    TraceeMemory memory(twin.pid());
    EXPECT_EQ(read_text(memory, pages.address(0), 6), "theirs");
    EXPECT_EQ(memory.write(pages.address(0), bytes_of("T")), Written::now);
    EXPECT_EQ(read_text(memory, pages.address(0), 6), "Theirs");
    EXPECT_EQ(pages.text(0, 5), "ours.");
}

TEST(TraceeMemory, OfATraceeThatIsGoneIsAllFaults) {
    const Pages pages(1);
    Twin twin;
    TraceeMemory memory(twin.pid());
    twin.end();
    std::string text;
    EXPECT_EQ(read_text(memory, pages.address(0), 6), "");
    EXPECT_EQ(memory.read_string(pages.address(0), 6, text), StringEnd::fault);
    EXPECT_EQ(memory.write(pages.address(0), bytes_of("T")), Written::fault);
}

TEST(TraceeMemory, FollowsARename) {
    const Pages pages(1);
    pages.put(0, "theirs");
    const Twin twin;
    pages.put(0, "ours..");
    TraceeMemory memory(::getpid());
    memory.rename(twin.pid());
    EXPECT_EQ(read_text(memory, pages.address(0), 6), "theirs");
}

}  // namespace
}  // namespace troupe
