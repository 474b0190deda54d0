export declare const repository: string
export declare function fingerprint(root: string): string
export declare function reasonToInstall(root: string): string | null
export declare function install(
  root: string,
  run?: (root: string) => Promise<void>,
  patience?: number,
): Promise<void>
export declare function readTypeScript(): Promise<void>
