/** Who is calling: API keys and tokens of an identity provider, tenant and roles from them only. */
@NullMarked
package io.cairn.platform.identity;

import org.jspecify.annotations.NullMarked;
