#pragma once

#include <elfutils/libdwfl.h>
#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/stack/frame_rule.hpp"
#include "core/stack/mappings.hpp"
#include "core/stack/symbols.hpp"
#include "troupe/core/stack.hpp"

namespace troupe {

/// A file with code that tracees have mapped, or the vdso: its functions and the rules of its frames, each looked for when it is needed
/// first. Addresses are what the file says; `offset`s are in the file.
class Binary {
 public:
    /// One of a file, opened. An empty one, where that is no binary, knows its name only.
    Binary(std::string name, const std::string& path);
    /// One of an image in memory.
    Binary(std::string name, std::vector<char> image);
    Binary(const Binary&) = delete;
    Binary& operator=(const Binary&) = delete;
    ~Binary();

    /// The address of this offset in the file; nothing: no segment has it.
    [[nodiscard]] std::optional<std::uint64_t> address_of(std::uint64_t offset) const;
    /// `behind_call`: the instruction there is the one behind a call, which may be of the next function or of the next line already.
    [[nodiscard]] std::shared_ptr<const CodePlace> place_at(std::uint64_t offset, bool behind_call, bool with_source);
    /// nullptr: none.
    [[nodiscard]] const FrameRule* rule_at(std::uint64_t address, bool wide);

 private:
    struct Segment {
        std::uint64_t offset;
        std::uint64_t size;
        std::uint64_t address;
    };
    struct EndElf {
        void operator()(Elf* elf) const { elf_end(elf); }
    };
    struct EndCfi {
        void operator()(Dwarf_CFI* cfi) const { dwarf_cfi_end(cfi); }
    };
    struct EndDwfl {
        void operator()(Dwfl* dwfl) const { dwfl_end(dwfl); }
    };

    void look_at(Elf* elf);
    [[nodiscard]] const Symbols& symbols();
    [[nodiscard]] Dwfl_Module* debug_module();
    void add_source(CodePlace& place, std::uint64_t address);

    const std::string name_;
    std::vector<char> image_{};
    UniqueFd file_{};
    std::unique_ptr<Elf, EndElf> elf_{};
    std::vector<Segment> segments_{};

    std::unique_ptr<Dwarf_CFI, EndCfi> cfi_{};  // it uses `elf_`
    bool looked_for_cfi_ = false;
    std::map<std::uint64_t, FrameRule> rules_{};  // by where they end
    std::unique_ptr<Dwfl, EndDwfl> dwfl_{};       // for what other files say of this one
    Dwfl_Module* module_ = nullptr;
    std::optional<Symbols> symbols_{};
    std::unordered_map<std::uint64_t, std::shared_ptr<const CodePlace>> places_{};
};

}  // namespace troupe
