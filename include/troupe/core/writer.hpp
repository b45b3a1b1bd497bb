#pragma once

#include <cstdint>
#include <string_view>

#include "troupe/core/constants.hpp"

namespace troupe {

/// How a number is read best. Formats that have one way of writing numbers ignore it.
enum class NumberForm : std::uint8_t {
    decimal,           ///< signed, all 64 bits: -3
    unsigned_decimal,  ///< 4294967293
    hex,               ///< 0x1f, and 0 as 0
    address,           ///< the same, and 0 as NULL
    wide_hex,          ///< at least eight characters: 0x00001f
    long_hex,          ///< at least sixteen
    permissions,       ///< of a file, octal: 0644
    units_of_1024,     ///< 8192*1024, where it is a multiple of 1024 above it
    none,              ///< of a symbol that stands for no number
};

/// Why an address is written, and not what stands there.
enum class Why : std::uint8_t {
    value,           ///< the address is what the call is about, or NULL
    unread,          ///< it was not looked at: the call failed, or only addresses are wanted
    unreadable,      ///< it was, and could not be read
    unreadable_part  ///< likewise, of a part of something, where the address says nothing
};

enum class BytesForm : std::uint8_t {
    text,      ///< "abc\n"
    ended,     ///< the same, but a NUL that is the last of them ends the text: neither it nor what is behind it is told
    path,      ///< the same, of a file
    hex,       ///< "\x61\x62": bytes that are no text whatever they are
    abstract,  ///< a socket's name without a file: @"abc"
};

/// Bytes for programs: of whole ones that a NUL may end, without it.
constexpr std::string_view without_end(std::string_view bytes, BytesForm form, bool cut) {
    const bool is_ended = form == BytesForm::ended && !cut && bytes.ends_with('\0');
    return bytes.substr(0, bytes.size() - (is_ended ? 1 : 0));
}

/// What is opened, and closed again. Where parts follow each other, `element` or `field` stands before each of them.
enum class Shape : std::uint8_t {
    call,               ///< name(…): fields are arguments; halves of it may be written by two writers, see `reopen`
    structure,          ///< {a=1, b=2}
    array,              ///< [1, 2]
    indexed,            ///< [[VINTR]=0x3, …]: fields
    set,                ///< [INT CHLD]
    inverted_set,       ///< ~[KILL STOP]: all but these
    any_of,             ///< S_IFREG|0644: parts that are or-ed together
    conditions,         ///< {WIFEXITED(s) && WEXITSTATUS(s) == 3}: fields, with a value or without
    pointed,            ///< [7]: one value behind a pointer
    change,             ///< 28 => 16: a value, and perhaps `becomes` and another
    function,           ///< makedev(0x8, 0x1)
    function_in_style,  ///< the same, and its arguments are never only names where numbers are wanted, too
    conversion,         ///< htons(80): a value in a form of its own
    result,             ///< = 3
    raw_result,         ///< the same, of a call in numbers: = 0x3, and nothing is said of an error but that it is one
    meaning,            ///< (flags O_RDWR), (entry_number=12): what a result means; fields, or one value behind `name`
    meaning_in_style,   ///< the same, written as arguments are: with numbers where numbers are wanted
    meaning_aside,      ///< the same, in names, and left out where numbers are wanted
    readiness,          ///< (in [3], left {…}): the same, with fields whose names stand before them
};

constexpr bool is_result(Shape shape) { return shape == Shape::result || shape == Shape::raw_result; }

/// How a shape ends.
enum class End : std::uint8_t {
    whole,
    cut,         ///< there is more, which was left out
    unreadable,  ///< there is more, which could not be read; `where` it begins
};

/// What the number of a process is the number of.
enum class IdOf : std::uint8_t { task, group, session };

/// Whether the name of an argument is a part of the text of a call, as for clone (flags=…), or of what is ready (in [3]).
enum class Named : std::uint8_t { no, yes };

/// What decoders write to: text, JSON, a tape. They tell what there is, in order, and know no format. What depends on a format (separators,
/// quotes, names of constants or their numbers) is decided once, by the writers.
///
/// A value is one call, or `open` … `close` with values between. Strings need to live for the call only.
class Writer {
 public:
    virtual ~Writer() = default;

    virtual void number(std::uint64_t value, NumberForm form) = 0;
    /// One of a set: SEEK_SET, `0x63 /* SEEK_??? */`.
    virtual void constant(const ValueSet& set, std::uint64_t value) = 0;
    /// Bits: O_RDWR|O_CLOEXEC, `0x800 /* O_??? */`, 0.
    virtual void flags(const FlagSet& set, std::uint64_t bits) = 0;
    /// A name of a number that no set has: AT_FDCWD. `form`: of the number.
    virtual void symbol(std::string_view name, std::uint64_t value, NumberForm form = NumberForm::hex) = 0;
    /// The value that comes next spells this number for a person, or these bytes: S_IFREG|0644, makedev(0x8, 0x1), htons(80).
    virtual void spelled(std::uint64_t value, NumberForm form) = 0;
    virtual void spelled(std::string_view bytes) = 0;
    /// SIGINT, or the number; in a set INT.
    virtual void signal(int number) = 0;
    virtual void descriptor(int fd) = 0;
    /// AT_FDCWD, where a descriptor of a directory may stand.
    virtual void working_directory() = 0;
    /// Below -1 it is a group all the same, as for kill.
    virtual void process(int pid, IdOf what = IdOf::task) = 0;
    /// NULL, 0x7ffd…
    virtual void address(std::uint64_t value, Why why) = 0;
    /// `cut`: there are more than these.
    virtual void bytes(std::string_view bytes, BytesForm form, bool cut) = 0;
    /// A result that there is not: ?
    virtual void unknown() = 0;
    /// A result: -1 ENOENT (No such file or directory); `? ERESTARTSYS (…)` where the kernel makes the call again.
    virtual void error(std::uint32_t number) = 0;

    /// `name` of a call, a function, a conversion; what stands before the value of a meaning.
    virtual void open(Shape shape, std::string_view name = {}) = 0;
    /// The rest of a shape whose beginning another writer of the same format has written; `empty`: without a part so far.
    virtual void reopen(Shape shape, bool empty = false) = 0;
    virtual void close(End end = End::whole, std::uint64_t where = 0) = 0;
    virtual void field(std::string_view name, Named named = Named::no) = 0;
    /// A field that a function fills with these bytes, whose text follows: inet_pton(AF_INET6, "::1", &sin6_addr). `call` is what stands
    /// before the text.
    virtual void filled_field(std::string_view call, std::string_view name, std::string_view bytes) = 0;
    /// A field without a name, behind the known ones, with what is said of it instead, `/* bytes 88..95 */`; {}: nothing is.
    virtual void unnamed_field(std::string_view what) = 0;
    /// Between fields: some that are not shown. What follows the last one says `close`.
    virtual void left_out() = 0;
    virtual void element() = 0;
    /// In a change: what was written so far is what it was before.
    virtual void becomes() = 0;
    /// For a person, behind a value: a date, how many there are.
    virtual void comment(std::string_view text) = 0;

 protected:
    Writer() = default;
    Writer(const Writer&) = default;
    Writer(Writer&&) = default;
    Writer& operator=(const Writer&) = default;
    Writer& operator=(Writer&&) = default;
};

}  // namespace troupe
