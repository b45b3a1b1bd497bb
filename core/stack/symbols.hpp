#pragma once

#include <gelf.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace troupe {

/// The functions of a binary, by address as the file has it.
class Symbols {
 public:
    struct Found {
        std::string name;  ///< demangled
        std::uint64_t offset = 0;
    };

    /// Those of all symbol tables of a file. The names must outlive this: they are in `elf`.
    void add(Elf* elf);
    /// One, if it is a function that is there.
    void add(const GElf_Sym& symbol, const char* name);
    /// After all have been added.
    void sort();
    /// The last function that begins at or before `address`, whatever its size: a stripped library names only what it exports, and the
    /// distance shows how far to believe it.
    [[nodiscard]] std::optional<Found> before(std::uint64_t address) const;
    [[nodiscard]] bool has_full_table() const { return has_full_table_; }

 private:
    struct Function {
        std::uint64_t start;
        const char* name;
    };
    std::vector<Function> functions_;
    bool has_full_table_ = false;  // not only what the dynamic linker needs
};

/// `handler(int)` of `_Z7handleri`; other names as they are.
[[nodiscard]] std::string demangled(const char* name);

}  // namespace troupe
