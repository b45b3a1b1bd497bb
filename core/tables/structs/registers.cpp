#include "core/tables/structs/registers.hpp"

#include "core/tables/flags/security_calls.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/ptrace.hpp"

// What ptrace reads and writes (asm/ptrace.h, linux/ptrace.h).
namespace troupe {

namespace {

constexpr Field word(std::string_view name) { return {name, Width::ulong_, kind::hex}; }

constexpr std::array registers_fields{word("r15"),     word("r14"),      word("r13"), word("r12"), word("rbp"),    word("rbx"), word("r11"),
                                      word("r10"),     word("r9"),       word("r8"),  word("rax"), word("rcx"),    word("rdx"), word("rsi"),
                                      word("rdi"),     word("orig_rax"), word("rip"), word("cs"),  word("eflags"), word("rsp"), word("ss"),
                                      word("fs_base"), word("gs_base"),  word("ds"),  word("es"),  word("fs"),     word("gs")};
constexpr std::array i386_registers_fields{word("ebx"), word("ecx"), word("edx"),    word("esi"), word("edi"), word("ebp"),
                                           word("eax"), word("xds"), word("xes"),    word("xfs"), word("xgs"), word("orig_eax"),
                                           word("eip"), word("xcs"), word("eflags"), word("esp"), word("xss")};

constexpr std::array signal_query_fields{Field{"off", Width::u64, kind::unsigned_64},
                                         Field{"flags", Width::u32, kind::flags(signal_query_flags)},
                                         Field{"nr", Width::u32, kind::unsigned_int}};
constexpr std::array filter_query_fields{Field{"filter_off", Width::u64, kind::unsigned_64},
                                         Field{"flags", Width::u64, kind::flags(seccomp_filter_flags)}};

/// linux/uio.h: of registers that are read and written.
constexpr std::array register_vector_fields{Field{"iov_base", Width::pointer, kind::pointer},
                                            in_form(Form::was_and_is, Field{"iov_len", Width::pointer, kind::unsigned_64})};

constexpr Field half(std::string_view name) { return {name, Width::u16, kind::hex}; }
constexpr Field number(std::string_view name) { return {name, Width::u32, kind::hex}; }
constexpr Field numbers(std::string_view name, std::uint16_t count) { return {name, Width::u32, kind::hex, count, Form::numbers}; }
constexpr Field long_number(std::string_view name) { return {name, Width::u64, kind::hex}; }
constexpr std::array float_registers_fields{half("cwd"),
                                            half("swd"),
                                            half("ftw"),
                                            half("fop"),
                                            long_number("rip"),
                                            long_number("rdp"),
                                            number("mxcsr"),
                                            number("mxcr_mask"),
                                            numbers("st_space", 32),
                                            numbers("xmm_space", 64),
                                            numbers("padding", 24)};
constexpr std::array i386_float_registers_fields{number("cwd"), number("swd"), number("twd"), number("fip"),
                                                 number("fcs"), number("foo"), number("fos"), numbers("st_space", 20)};

constexpr std::uint64_t at_entry = 1, at_exit = 2, at_seccomp = 3;
constexpr Field arguments{"args", Width::u64, kind::hex, 6, Form::numbers};
constexpr std::array entry_fields{Field{"nr", Width::u64, kind::own_number(Own::traced_call)}, arguments};
constexpr std::array exit_fields{Field{"rval", Width::s64, kind::own_number(Own::call_result)},
                                 Field{"is_error", Width::u8, kind::unsigned_int}};
constexpr std::array seccomp_fields{Field{"nr", Width::u64, kind::own_number(Own::traced_call)}, arguments,
                                    Field{"ret_data", Width::u32, kind::unsigned_int}};
constexpr StructLayout entry_told = layout_of<entry_fields>("entry"), exit_told = layout_of<exit_fields>("exit"),
                       seccomp_told = layout_of<seccomp_fields>("seccomp");
constexpr std::array syscall_query_fields{
    Field{"op", Width::u8, kind::value(syscall_query_operations)},
    Field{"pad", Width::u8, kind::hex, 3, Form::hidden},
    Field{"arch", Width::u32, kind::value(traced_architectures)},
    Field{"instruction_pointer", Width::u64, kind::pointer},
    Field{"stack_pointer", Width::u64, kind::pointer},
    shown(when::is("op", at_seccomp), Field{"seccomp", Width::nested, kind::structure(seccomp_told)}),
    united(shown(when::is("op", at_entry), Field{"entry", Width::nested, kind::structure(entry_told)})),
    united(shown(when::is("op", at_exit), Field{"exit", Width::nested, kind::structure(exit_told)}))};

}  // namespace

constinit const StructLayout registers_layout = layout_of_two<registers_fields, i386_registers_fields>("user_regs_struct");
constinit const StructLayout register_vector_layout = layout_of<register_vector_fields>("iovec");
constinit const StructLayout float_registers_layout =
    layout_of_two<float_registers_fields, i386_float_registers_fields>("user_fpregs_struct");
constinit const StructLayout signal_query_layout = layout_of<signal_query_fields>("ptrace_peeksiginfo_args");
constinit const StructLayout filter_query_layout = layout_of<filter_query_fields>("seccomp_metadata");
constinit const StructLayout syscall_query_layout = layout_of<syscall_query_fields>("ptrace_syscall_info");

}  // namespace troupe
