#include "core/tables/values/console_keys.hpp"

#include <linux/kd.h>
#include <linux/keyboard.h>

#include "core/tables/named_constant.hpp"

namespace troupe {

namespace {

constexpr NamedConstant key_rows[] = {
#include "core/tables/values/console_key_rows.inc"
};
constexpr NamedConstant type_rows[] = {
    TROUPE_NAMED(KT_LATIN), TROUPE_NAMED(KT_FN),     TROUPE_NAMED(KT_SPEC),  TROUPE_NAMED(KT_PAD),   TROUPE_NAMED(KT_DEAD),
    TROUPE_NAMED(KT_CONS),  TROUPE_NAMED(KT_CUR),    TROUPE_NAMED(KT_SHIFT), TROUPE_NAMED(KT_META),  TROUPE_NAMED(KT_ASCII),
    TROUPE_NAMED(KT_LOCK),  TROUPE_NAMED(KT_LETTER), TROUPE_NAMED(KT_SLOCK), TROUPE_NAMED(KT_DEAD2), TROUPE_NAMED(KT_BRL),
};
constexpr NamedConstant table_rows[] = {TROUPE_NAMED(K_NORMTAB), TROUPE_NAMED(K_SHIFTTAB), TROUPE_NAMED(K_ALTTAB),
                                        TROUPE_NAMED(K_ALTSHIFTTAB)};
constexpr NamedConstant modifier_rows[] = {
    {1 << KG_SHIFT, "1<<KG_SHIFT"},   {1 << KG_ALTGR, "1<<KG_ALTGR"},   {1 << KG_CTRL, "1<<KG_CTRL"},   {1 << KG_ALT, "1<<KG_ALT"},
    {1 << KG_SHIFTL, "1<<KG_SHIFTL"}, {1 << KG_SHIFTR, "1<<KG_SHIFTR"}, {1 << KG_CTRLL, "1<<KG_CTRLL"}, {1 << KG_CTRLR, "1<<KG_CTRLR"},
};

}  // namespace

constinit const ValueSet console_keys{"console_keys", "K_???", key_rows};
constinit const ValueSet console_key_types{"console_key_types", "KT_???", type_rows};
constinit const ValueSet console_key_tables{"console_key_tables", "K_???", table_rows};
constinit const FlagSet console_key_modifiers{"console_key_modifiers", "1<<KG_???", modifier_rows};

}  // namespace troupe
