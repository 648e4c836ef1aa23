/** Who signs in: access tokens of an OpenID Connect issuer, Cognito's or the local one's. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.auth;
