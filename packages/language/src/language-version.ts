/** The version of the policy language; CHANGELOG.md says what each version changed. */
export const languageVersion = 2
