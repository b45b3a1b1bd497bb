#include "core/tables/values/machine.hpp"

#include <linux/reboot.h>
#include <sys/timex.h>

#include "core/tables/named_constant.hpp"

// Values of calls about the whole system (linux/reboot.h, linux/timex.h).
namespace troupe {

namespace {

constexpr NamedConstant reboot_magic_rows[] = {TROUPE_NAMED(LINUX_REBOOT_MAGIC1)};
constexpr NamedConstant second_reboot_magic_rows[] = {
    TROUPE_NAMED(LINUX_REBOOT_MAGIC2),
    TROUPE_NAMED(LINUX_REBOOT_MAGIC2A),
    TROUPE_NAMED(LINUX_REBOOT_MAGIC2B),
    TROUPE_NAMED(LINUX_REBOOT_MAGIC2C),
};
constexpr NamedConstant reboot_commands_rows[] = {
    TROUPE_NAMED(LINUX_REBOOT_CMD_RESTART),    TROUPE_NAMED(LINUX_REBOOT_CMD_HALT),      TROUPE_NAMED(LINUX_REBOOT_CMD_CAD_ON),
    TROUPE_NAMED(LINUX_REBOOT_CMD_CAD_OFF),    TROUPE_NAMED(LINUX_REBOOT_CMD_POWER_OFF), TROUPE_NAMED(LINUX_REBOOT_CMD_RESTART2),
    TROUPE_NAMED(LINUX_REBOOT_CMD_SW_SUSPEND), TROUPE_NAMED(LINUX_REBOOT_CMD_KEXEC),
};
constexpr NamedConstant clock_states_rows[] = {
    TROUPE_NAMED(TIME_OK),  TROUPE_NAMED(TIME_INS),  TROUPE_NAMED(TIME_DEL),
    TROUPE_NAMED(TIME_OOP), TROUPE_NAMED(TIME_WAIT), TROUPE_NAMED(TIME_ERROR),
};
/// include/linux/kern_levels.h
constexpr NamedConstant log_levels_rows[] = {
    {0, "LOGLEVEL_EMERG"},  {1, "LOGLEVEL_ALERT"}, {2, "LOGLEVEL_CRIT"},  {3, "LOGLEVEL_ERR"},     {4, "LOGLEVEL_WARNING"},
    {5, "LOGLEVEL_NOTICE"}, {6, "LOGLEVEL_INFO"},  {7, "LOGLEVEL_DEBUG"}, {8, "LOGLEVEL_DEBUG+1"},
};

}  // namespace

constinit const ValueSet reboot_magic{"reboot_magic", "LINUX_REBOOT_MAGIC_???", reboot_magic_rows, true};
constinit const ValueSet second_reboot_magic{"second_reboot_magic", "LINUX_REBOOT_MAGIC_???", second_reboot_magic_rows, true};
constinit const ValueSet reboot_commands{"reboot_commands", "LINUX_REBOOT_CMD_???", reboot_commands_rows, true};
constinit const ValueSet clock_states{"clock_states", "TIME_???", clock_states_rows};
constinit const ValueSet log_levels{.name = "log_levels", .unknown = "LOGLEVEL_???", .rows = log_levels_rows, .as_number = true};

}  // namespace troupe
