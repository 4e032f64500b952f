/** Follows a link inside a view. The address holds the name of a view and nothing else, so the way is walked by hand. */
export function lead(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
