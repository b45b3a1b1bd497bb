#include "core/stack/symbols.hpp"

#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace troupe {

void Symbols::add(Elf* elf) {
    for (Elf_Scn* section = nullptr; (section = elf_nextscn(elf, section)) != nullptr;) {
        GElf_Shdr header{};
        if (gelf_getshdr(section, &header) == nullptr || (header.sh_type != SHT_SYMTAB && header.sh_type != SHT_DYNSYM) ||
            header.sh_entsize == 0) {
            continue;
        }
        Elf_Data* data = elf_getdata(section, nullptr);
        if (data == nullptr) {
            continue;
        }
        has_full_table_ = has_full_table_ || header.sh_type == SHT_SYMTAB;
        const std::size_t count = header.sh_size / header.sh_entsize;
        for (std::size_t i = 0; i < count; ++i) {
            GElf_Sym symbol{};
            if (gelf_getsym(data, static_cast<int>(i), &symbol) != nullptr) {
                add(symbol, elf_strptr(elf, header.sh_link, symbol.st_name));
            }
        }
    }
}

void Symbols::add(const GElf_Sym& symbol, const char* name) {
    if (GELF_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_shndx != SHN_UNDEF && name != nullptr && *name != '\0') {
        functions_.push_back({symbol.st_value, name});
    }
}

void Symbols::sort() {
    // Of several names for one place, the first in the file is kept.
    std::ranges::stable_sort(functions_, {}, &Function::start);
    const auto same = std::ranges::unique(functions_, {}, &Function::start);
    functions_.erase(same.begin(), same.end());
    functions_.shrink_to_fit();
}

std::optional<Symbols::Found> Symbols::before(std::uint64_t address) const {
    const auto next = std::ranges::upper_bound(functions_, address, {}, &Function::start);
    if (next == functions_.begin()) {
        return std::nullopt;
    }
    const Function& function = *std::prev(next);
    return Found{demangled(function.name), address - function.start};
}

std::string demangled(const char* name) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
    // It takes names of types as well, `i` for `int`: functions are no such.
    return status == 0 && text != nullptr && name[0] == '_' && name[1] == 'Z' ? text.get() : name;
}

}  // namespace troupe
