#include "core/tables/ioctls/argument_words.hpp"

// Virtual machines (linux/kvm.h) and trusted environments (linux/tee.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant environment_rows[] = {{1, "TEE_IMPL_ID_OPTEE"}, {2, "TEE_IMPL_ID_AMDTEE"}};
constexpr NamedConstant ability_rows[] = {
    {1, "TEE_GEN_CAP_GP"}, {2, "TEE_GEN_CAP_PRIVILEGED"}, {4, "TEE_GEN_CAP_REG_MEM"}, {8, "TEE_GEN_CAP_MEMREF_NULL"}};
constexpr NamedConstant own_ability_rows[] = {{1, "TEE_OPTEE_CAP_TZ"}};
constexpr NamedConstant shared_rows[] = {
    {1, "TEE_IOCTL_SHM_MAPPED"},       {2, "TEE_IOCTL_SHM_DMA_BUF"}, {4, "TEE_IOCTL_SHM_EXT_DMA_BUF"},    {8, "TEE_IOCTL_SHM_REGISTER"},
    {16, "TEE_IOCTL_SHM_USER_MAPPED"}, {32, "TEE_IOCTL_SHM_POOL"},   {64, "TEE_IOCTL_SHM_KERNEL_MAPPED"},
};
constexpr ValueSet environments{"trusted_environments", "TEE_IMPL_ID_???", environment_rows};
constexpr FlagSet abilities{"trusted_abilities", "TEE_GEN_CAP_???", ability_rows},
    own_abilities{"optee_abilities", "TEE_OPTEE_CAP_???", own_ability_rows},
    shared_flags{"trusted_memory_flags", "TEE_IOCTL_SHM_???", shared_rows};
constexpr FieldChoice ability_choices[] = {{1, kind::flags(own_abilities)}};

constexpr std::array version_fields{Field{"impl_id", u32, kind::value(environments)},
                                    chosen("impl_id", ability_choices, Field{"impl_caps", u32, kind::hex}),
                                    Field{"gen_caps", u32, kind::flags(abilities)}};
constexpr std::string_view version_whole[] = {"impl_id", "gen_caps", "impl_caps"};
constexpr StructLayout version_layout =
    layout_of<version_fields>("tee_ioctl_version_data", StructShape::plain, View{version_whole, {}, {}});
constexpr std::array buffer_fields{Field{"buf_ptr", u64, kind::pointer}, Field{"buf_len", u64, kind::unsigned_64}};
constexpr std::string_view buffer_whole[] = {"buf_len", "buf_ptr"};
constexpr StructLayout buffer_layout = layout_of<buffer_fields>("tee_ioctl_buf_data", StructShape::plain, View{buffer_whole, {}, {}});
constexpr std::array cancel_fields{Field{"cancel_id", u32, kind::unsigned_64}, Field{"session", u32, kind::hex}};
constexpr std::array close_fields{Field{"session", u32, kind::hex}};
constexpr StructLayout cancel_layout = layout_of<cancel_fields>("tee_ioctl_cancel_arg"),
                       close_layout = layout_of<close_fields>("tee_ioctl_close_session_arg");
constexpr std::array wanted_fields{Field{"size", u64, kind::hex}, Field{"flags", u32, kind::flags(shared_flags)},
                                   Field{"id", s32, kind::hex, 1, Form::hidden}};
constexpr std::array given_fields{Field{"size", u64, kind::hex}, Field{"flags", u32, kind::flags(shared_flags)},
                                  Field{"id", s32, kind::signed_64}};
constexpr StructLayout given_layout = layout_of<given_fields>("tee_ioctl_shm_alloc_data");
constexpr StructLayout wanted_layout = answered_by(given_layout, layout_of<wanted_fields>("tee_ioctl_shm_alloc_data"));
constexpr std::array register_fields{Field{"addr", u64, kind::pointer}, Field{"length", u64, kind::hex},
                                     Field{"flags", u32, kind::flags(shared_flags)}, Field{"id", s32, kind::hex, 1, Form::hidden}};
constexpr std::array registered_fields{Field{"addr", u64, kind::hex, 1, Form::hidden}, Field{"length", u64, kind::hex},
                                       Field{"flags", u32, kind::flags(shared_flags)}, Field{"id", s32, kind::signed_64}};
constexpr StructLayout registered_layout = layout_of<registered_fields>("tee_ioctl_shm_register_data");
constexpr StructLayout register_layout = answered_by(registered_layout, layout_of<register_fields>("tee_ioctl_shm_register_data"));

constexpr NamedConstant capability_rows[] = {
#include "core/tables/values/machine_capability_rows.inc"
};
constexpr ValueSet capabilities{"machine_capabilities", "KVM_CAP_???", capability_rows, true, true};

constexpr NamedConstant memory_rows[] = {{1, "KVM_MEM_LOG_DIRTY_PAGES"}, {2, "KVM_MEM_READONLY"}, {4, "KVM_MEM_GUEST_MEMFD"}};
constexpr FlagSet memory_flags{"machine_memory_flags", "KVM_MEM_???", memory_rows};
constexpr std::array memory_fields{Field{"slot", u32, kind::unsigned_64}, Field{"flags", u32, kind::flags(memory_flags)},
                                   Field{"guest_phys_addr", u64, kind::hex}, Field{"memory_size", u64, kind::unsigned_64},
                                   Field{"userspace_addr", u64, kind::hex}};
constexpr StructLayout memory_layout = layout_of<memory_fields>("kvm_userspace_memory_region");

constexpr IoctlArgument rows[] = {
    answers(kind::structure(version_layout), "TEE_IOC_VERSION"),
    takes(kind::structure(buffer_layout), "TEE_IOC_OPEN_SESSION TEE_IOC_INVOKE TEE_IOC_SUPPL_RECV TEE_IOC_SUPPL_SEND"),
    takes(kind::structure(cancel_layout), "TEE_IOC_CANCEL"),
    takes(kind::structure(close_layout), "TEE_IOC_CLOSE_SESSION"),
    changes(kind::structure(wanted_layout), "TEE_IOC_SHM_ALLOC"),
    changes(kind::structure(register_layout), "TEE_IOC_SHM_REGISTER"),

    takes(kind::structure(memory_layout), "KVM_SET_USER_MEMORY_REGION"),
    opens(takes(kind::hex, "KVM_CREATE_VM")),
    opens(takes(kind::unsigned_int, "KVM_CREATE_VCPU")),
    takes(kind::value(capabilities), "KVM_CHECK_EXTENSION"),
};

}  // namespace

constinit const Rows machine_rows = rows;

}  // namespace troupe::ioctls
